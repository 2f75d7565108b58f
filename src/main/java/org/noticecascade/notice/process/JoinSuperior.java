package org.noticecascade.notice.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.Execution;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Cascade;
import org.noticecascade.platform.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** {@code serviceTask_joinSuperior}: wakes the superior's process if this was the last unit it waited for. */
@Component
class JoinSuperior extends Step {
    private static final Logger LOG = LoggerFactory.getLogger(JoinSuperior.class);

    private final Assignments assignments;
    private final Cascade cascade;
    private final RuntimeService runtime;

    JoinSuperior(Assignments assignments, Cascade cascade, RuntimeService runtime) {
        this.assignments = assignments;
        this.cascade = cascade;
        this.runtime = runtime;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Assignment unit = assignments.at(execution.getProcessBusinessKey());
        Long superior = unit.parentId();
        if (superior != null) {
            cascade.wakeSuperior(superior).ifPresent(this::wake);
        }
    }

    /**
     * Asks first: a correlation that finds nobody would mark the job's transaction for rollback, and the job would fail
     * again and again.
     */
    private void wake(String instanceId) {
        Execution waiting = runtime.createExecutionQuery()
                .processInstanceId(instanceId)
                .messageEventSubscriptionName(UnitProcess.UNITS_REPORTED)
                .singleResult();
        if (waiting == null) {
            LOG.info("Instance {} no longer waits for its units; nothing to wake", instanceId);
        } else {
            runtime.messageEventReceived(UnitProcess.UNITS_REPORTED, waiting.getId());
        }
    }
}
