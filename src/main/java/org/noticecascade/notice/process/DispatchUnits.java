package org.noticecascade.notice.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Issuing;
import org.noticecascade.platform.GatewayFlag;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_dispatchUnits}: gives the subordinates their parts and starts their processes, if they are few
 * enough for somebody to wait for; more are left to jobs.
 */
@Component
class DispatchUnits extends Step {
    private final Assignments assignments;
    private final Issuing issuing;
    private final UnitStarter starter;
    private final BatchProperties batch;

    DispatchUnits(Assignments assignments, Issuing issuing, UnitStarter starter, BatchProperties batch) {
        this.assignments = assignments;
        this.issuing = issuing;
        this.starter = starter;
        this.batch = batch;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Assignment superior = assignments.at(execution.getProcessBusinessKey());
        boolean any = issuing.dispatch(superior);
        List<Assignment> units = issuing.toStart(superior.id(), batch.atOnce() + 1);
        boolean many = units.size() > batch.atOnce();
        if (!many) {
            starter.start(units);
        }
        GatewayFlag.set(execution, UnitProcess.HAS_UNITS, any);
        GatewayFlag.set(execution, UnitProcess.STARTED_AT_ONCE, any && !many);
        GatewayFlag.set(execution, UnitProcess.MORE_UNITS, many);
    }
}
