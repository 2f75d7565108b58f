package org.noticecascade.notice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Issuing;
import org.noticecascade.platform.GatewayFlag;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_dispatchUnits}: gives the subordinates their parts. */
@Component
class DispatchUnits extends Step {
    private final Assignments assignments;
    private final Issuing issuing;

    DispatchUnits(Assignments assignments, Issuing issuing) {
        this.assignments = assignments;
        this.issuing = issuing;
    }

    @Override
    protected void run(DelegateExecution execution) {
        boolean any = issuing.dispatch(assignments.at(execution.getProcessBusinessKey()));
        GatewayFlag.set(execution, UnitProcess.HAS_UNITS, any);
    }
}
