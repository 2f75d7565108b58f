package org.noticecascade.notice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.directory.Role;
import org.noticecascade.directory.Unit;
import org.noticecascade.directory.Units;
import org.noticecascade.notice.Assignments;
import org.noticecascade.platform.CalledByModels;
import org.springframework.stereotype.Component;

/** Which engine group a user task is offered to; used by the models as {@code ${desk.staff(execution)}}. */
@Component
public class Desk {
    private final Units units;

    Desk(Units units) {
        this.units = units;
    }

    /** Staff (经办人) of the unit whose process this is. */
    @CalledByModels
    public String staff(DelegateExecution execution) {
        return Role.STAFF.groupOf(unitOf(execution));
    }

    /** The lead (负责人) of that unit. */
    @CalledByModels
    public String lead(DelegateExecution execution) {
        return Role.LEAD.groupOf(unitOf(execution));
    }

    /** Staff of the superior unit, who review what this unit hands in. */
    @CalledByModels
    public String superiorStaff(DelegateExecution execution) {
        return superior(execution, Role.STAFF);
    }

    /** The supervisor (督办员) of the superior unit, who handles what is overdue. */
    @CalledByModels
    public String superiorSupervisor(DelegateExecution execution) {
        return superior(execution, Role.SUPERVISOR);
    }

    private String superior(DelegateExecution execution, Role role) {
        Unit unit = units.get(unitOf(execution));
        String superior = unit.parentCode();
        if (superior == null) {
            throw new IllegalStateException("Unit %s has no superior to review its work".formatted(unit.code()));
        }
        return role.groupOf(superior);
    }

    private static String unitOf(DelegateExecution execution) {
        return Assignments.unitCodeIn(execution.getProcessBusinessKey());
    }
}
