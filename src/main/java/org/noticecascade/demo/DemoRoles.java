package org.noticecascade.demo;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.noticecascade.directory.Role;
import org.noticecascade.directory.Units;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.process.UnitProcess;
import org.springframework.stereotype.Component;

/** Whose turn a task is, and does it as that person. */
@Component
class DemoRoles {
    private final TaskService tasks;
    private final Units units;
    private final Acting acting;
    private final DemoWork work;

    DemoRoles(TaskService tasks, Units units, Acting acting, DemoWork work) {
        this.tasks = tasks;
        this.units = units;
        this.acting = acting;
        this.work = work;
    }

    Assignment unitOf(Task task, Assignments assignments) {
        Object id = tasks.getVariable(task.getId(), UnitProcess.ASSIGNMENT_ID.name());
        if (!(id instanceof Long assignmentId)) {
            throw new IllegalStateException("Task %s belongs to no unit".formatted(task.getId()));
        }
        return assignments.get(assignmentId);
    }

    void complete(Task task, Assignment unit) {
        String key = task.getTaskDefinitionKey();
        String actor = unit.unitCode();
        Role role = Role.STAFF;
        if (key.startsWith("userTask_approve") || key.startsWith("userTask_confirm")) {
            role = Role.LEAD;
        } else if (key.startsWith("userTask_review")) {
            actor = superiorOf(unit);
        }
        acting.as(actor, role, task.getTenantId(), () -> work.complete(task, unit));
    }

    private String superiorOf(Assignment unit) {
        String superior = units.get(unit.unitCode()).parentCode();
        if (superior == null) {
            throw new IllegalStateException("Unit %s has no superior".formatted(unit.unitCode()));
        }
        return superior;
    }
}
