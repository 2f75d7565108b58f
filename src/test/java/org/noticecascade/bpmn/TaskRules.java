package org.noticecascade.bpmn;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;

/**
 * What a person works on: a form of its own, a card written when the task is created, and a result that is recorded
 * in the same transaction, so that a refused submission leaves the task open.
 */
final class TaskRules {
    private final ModelFolder folder;
    private final Problems problems;

    TaskRules(ModelFolder folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    void check(BpmnModelInstance model) {
        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            checkForm(task);
            checkListener(task);
            checkRecording(task);
        }
    }

    private void checkForm(UserTask task) {
        String process = ((Process) topOf(task)).getId();
        String form = process + "." + task.getId().replaceFirst("^userTask_", "") + ".html";
        problems.unless(
                ("embedded:deployment:forms/" + form).equals(task.getCamundaFormKey()),
                "%s has form key %s, not embedded:deployment:forms/%s",
                task.getId(),
                task.getCamundaFormKey(),
                form);
        problems.unless(folder.hasForm(form), "%s has no form %s", task.getId(), form);
    }

    private static Object topOf(UserTask task) {
        var parent = task.getParentElement();
        while (!(parent instanceof Process)) {
            parent = parent.getParentElement();
        }
        return parent;
    }

    private void checkListener(UserTask task) {
        boolean written = task.getExtensionElements() != null
                && task.getExtensionElements().getChildElementsByType(CamundaTaskListener.class).stream()
                        .anyMatch(listener -> "create".equals(listener.getCamundaEvent()));
        problems.unless(written, "%s has no create task listener", task.getId());
    }

    private void checkRecording(UserTask task) {
        problems.unless(
                !task.isCamundaAsyncAfter(), "%s is asyncAfter: its result is not recorded at once", task.getId());
        problems.unless(!task.getOutgoing().isEmpty(), "%s leads nowhere", task.getId());
        for (SequenceFlow flow : task.getOutgoing()) {
            FlowNode next = flow.getTarget();
            problems.unless(
                    next instanceof ServiceTask && !next.isCamundaAsyncBefore(),
                    "%s leads to %s, not to a synchronous service task",
                    task.getId(),
                    next.getId());
        }
    }
}
