package org.noticecascade.demo;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.noticecascade.directory.Role;
import org.noticecascade.directory.Units;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.springframework.stereotype.Component;

/** Whose turn a task is, and does it as that person. */
@Component
class DemoRoles {
    private final RuntimeService runtime;
    private final Assignments assignments;
    private final Units units;
    private final Acting acting;
    private final DemoWork work;

    DemoRoles(RuntimeService runtime, Assignments assignments, Units units, Acting acting, DemoWork work) {
        this.runtime = runtime;
        this.assignments = assignments;
        this.units = units;
        this.acting = acting;
        this.work = work;
    }

    /** The part of the unit whose process the task belongs to. */
    Assignment unitOf(Task task) {
        return assignments.at(runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
    }

    /** The code of the unit whose people do the task: a review is done by the unit's superior. */
    String actorOf(Task task, Assignment unit) {
        return task.getTaskDefinitionKey().startsWith("userTask_review") ? superiorOf(unit) : unit.unitCode();
    }

    boolean isHeadquarters(String unitCode) {
        return units.headquarters().code().equals(unitCode);
    }

    void complete(Task task, Assignment unit) {
        String key = task.getTaskDefinitionKey();
        boolean signs = key.startsWith("userTask_approve") || key.startsWith("userTask_confirm");
        acting.as(
                actorOf(task, unit),
                signs ? Role.LEAD : Role.STAFF,
                task.getTenantId(),
                () -> work.complete(task, unit));
    }

    private String superiorOf(Assignment unit) {
        String superior = units.get(unit.unitCode()).parentCode();
        if (superior == null) {
            throw new IllegalStateException("Unit %s has no superior".formatted(unit.unitCode()));
        }
        return superior;
    }
}
