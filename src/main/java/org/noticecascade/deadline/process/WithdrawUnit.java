package org.noticecascade.deadline.process;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.ledger.Act;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Cascade;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_withdrawUnit}: ends the processes of the waived unit and of those waived with it, by the
 * engine's asynchronous batch: there may be thousands.
 */
@Component
class WithdrawUnit extends Step {
    private final Assignments assignments;
    private final Cascade cascade;
    private final RuntimeService runtime;

    WithdrawUnit(Assignments assignments, Cascade cascade, RuntimeService runtime) {
        this.assignments = assignments;
        this.cascade = cascade;
        this.runtime = runtime;
    }

    @Override
    protected void run(DelegateExecution execution) {
        List<String> instances = cascade.instancesOfWaived(assignments.at(execution.getProcessBusinessKey()));
        if (!instances.isEmpty()) {
            runtime.deleteProcessInstancesAsync(instances, Act.WAIVED.label());
        }
    }
}
