package org.noticecascade.notice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Cascade;
import org.noticecascade.notice.StageLeft;
import org.noticecascade.platform.GatewayFlag;
import org.noticecascade.platform.Step;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** {@code serviceTask_prepareWait}: waits for subordinates only if one is still open. */
@Component
class PrepareWait extends Step {
    private final Assignments assignments;
    private final Cascade cascade;
    private final ApplicationEventPublisher events;

    PrepareWait(Assignments assignments, Cascade cascade, ApplicationEventPublisher events) {
        this.assignments = assignments;
        this.cascade = cascade;
        this.events = events;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Assignment unit = assignments.at(execution.getProcessBusinessKey());
        boolean open = cascade.waitForSubordinates(unit.id());
        if (open) {
            events.publishEvent(StageLeft.of(unit));
        }
        GatewayFlag.set(execution, UnitProcess.UNITS_OPEN, open);
    }
}
