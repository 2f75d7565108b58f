package org.noticecascade.notice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.notice.Assignments;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_joinSuperior}: wakes the superior's process if this was the last unit it waited for. */
@Component
class JoinSuperior extends Step {
    private final Assignments assignments;
    private final Waking waking;

    JoinSuperior(Assignments assignments, Waking waking) {
        this.assignments = assignments;
        this.waking = waking;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Long superior = assignments.at(execution.getProcessBusinessKey()).parentId();
        if (superior != null) {
            waking.wake(superior);
        }
    }
}
