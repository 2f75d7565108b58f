package org.noticecascade.deadline.process;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.deadline.Patrols;
import org.noticecascade.platform.GatewayFlag;
import org.noticecascade.platform.Step;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** {@code serviceTask_openPatrol}: one patrol per working day, whichever node and whatever started it. */
@Component
class OpenPatrol extends Step {
    private final Patrols patrols;
    private final WorkingCalendar calendar;
    private final Clock clock;

    OpenPatrol(Patrols patrols, WorkingCalendar calendar, Clock clock) {
        this.patrols = patrols;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    protected void run(DelegateExecution execution) {
        LocalDate today = LocalDate.now(clock);
        execution.setProcessBusinessKey(today.toString());
        GatewayFlag.set(execution, PatrolProcess.PATROL_NEEDED, calendar.days().isWorkingDay(today) && opened(today));
    }

    private boolean opened(LocalDate today) {
        if (patrols.find(today).isPresent()) {
            return false;
        }
        try {
            patrols.open(today);
            return true;
        } catch (DuplicateKeyException anotherNodeWasFirst) {
            return false;
        }
    }
}
