package org.noticecascade.deadline.process;

import org.jspecify.annotations.Nullable;
import org.noticecascade.deadline.Handling;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.process.UnitInstances;
import org.noticecascade.platform.AsSystem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Excuses a unit that is not escalated: the rows now, their processes and the superior's join by the second half of
 * {@code overdue-escalation}, the same steps as after its task.
 */
@Component
public class Waivers {
    private final Handling handling;
    private final UnitInstances instances;
    private final AsSystem asSystem;

    Waivers(Handling handling, UnitInstances instances, AsSystem asSystem) {
        this.handling = handling;
        this.instances = instances;
        this.asSystem = asSystem;
    }

    /**
     * Excuses a unit and whoever is open below it.
     *
     * @throws org.noticecascade.Refusal as {@link Handling#waive}
     */
    @Transactional
    public void waive(Assignment unit, @Nullable String reason) {
        handling.waive(unit, reason);
        asSystem.call(() -> instances.startBefore(EscalationProcess.KEY, EscalationProcess.WITHDRAW_UNIT, unit));
    }
}
