package org.noticecascade.deputy.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.noticecascade.deputy.TaskPassedOn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Claimed tasks that change hands. */
@Component
class ClaimedTasks {
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ApplicationEventPublisher events;

    ClaimedTasks(@Lazy TaskService tasks, @Lazy RuntimeService runtime, ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.events = events;
    }

    /** Hands over what a person has claimed of a group's tasks; to nobody means back to the group. */
    void pass(String from, @Nullable String to, String groupId) {
        tasks.createTaskQuery().taskAssignee(from).taskCandidateGroup(groupId).includeAssignedTasks().list().stream()
                .forEach(task -> pass(task, from, to));
    }

    private void pass(Task task, String from, @Nullable String to) {
        tasks.setAssignee(task.getId(), to);
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        String name = task.getName() == null ? task.getTaskDefinitionKey() : task.getName();
        events.publishEvent(new TaskPassedOn(instance == null ? null : instance.getBusinessKey(), name, from, to));
    }
}
