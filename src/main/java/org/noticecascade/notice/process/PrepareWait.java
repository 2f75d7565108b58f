package org.noticecascade.notice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Cascade;
import org.noticecascade.platform.GatewayFlag;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_prepareWait}: waits for subordinates only if one is still open. */
@Component
class PrepareWait extends Step {
    private final Assignments assignments;
    private final Cascade cascade;

    PrepareWait(Assignments assignments, Cascade cascade) {
        this.assignments = assignments;
        this.cascade = cascade;
    }

    @Override
    protected void run(DelegateExecution execution) {
        boolean open = cascade.waitForSubordinates(
                assignments.at(execution.getProcessBusinessKey()).id());
        GatewayFlag.set(execution, UnitProcess.UNITS_OPEN, open);
    }
}
