package org.noticecascade.platform;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.noticecascade.Refusal;

/**
 * Lets people claim tasks for themselves only. The engine takes any user id from whoever may claim, even one of
 * another unit, who could then neither see nor give back the task.
 */
final class OwnClaims extends AbstractBpmnParseListener implements TaskListener {

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior task) {
            task.getTaskDefinition().addTaskListener(EVENTNAME_ASSIGNMENT, this);
        }
    }

    @Override
    public void notify(DelegateTask task) {
        Authentication user =
                task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        if (user != null && task.getAssignee() != null && !user.getUserId().equals(task.getAssignee())) {
            Refusal refusal = Refusal.forbidden("只能为自己领取任务,不能代他人领取。", "Claim tasks for yourself only.");
            EngineErrors.remember(refusal);
            throw new BadUserRequestException(refusal.chinese(), refusal);
        }
    }
}
