package org.noticecascade.platform;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

/** Tells every {@link TaskCompletion} of every user task, without a word in the models. */
final class Completions extends AbstractBpmnParseListener implements TaskListener {
    private final ObjectProvider<TaskCompletion> interested;

    Completions(ObjectProvider<TaskCompletion> interested) {
        this.interested = interested;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior task) {
            task.getTaskDefinition().addTaskListener(EVENTNAME_COMPLETE, this);
        }
    }

    @Override
    public void notify(DelegateTask task) {
        interested.orderedStream().forEach(each -> each.completing(task));
    }
}
