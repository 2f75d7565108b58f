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
 * {@code serviceTask_startUnits}: starts the next batch of subordinates' processes, one job each time round.
 *
 * <p>A batch that fails rolls back as a whole and is tried again; a unit that has an instance is never started twice.
 */
@Component
class StartUnits extends Step {
    private final Assignments assignments;
    private final Issuing issuing;
    private final UnitStarter starter;
    private final BatchProperties batch;

    StartUnits(Assignments assignments, Issuing issuing, UnitStarter starter, BatchProperties batch) {
        this.assignments = assignments;
        this.issuing = issuing;
        this.starter = starter;
        this.batch = batch;
    }

    @Override
    protected void run(DelegateExecution execution) {
        long superior = assignments.at(execution.getProcessBusinessKey()).id();
        List<Assignment> units = issuing.toStart(superior, batch.size());
        starter.start(units);
        GatewayFlag.set(execution, UnitProcess.MORE_UNITS, units.size() == batch.size());
    }
}
