package org.noticecascade.notice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Progress;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_deliver}: the unit's part is done; committed before its superior counts. */
@Component
class Deliver extends Step {
    private final Assignments assignments;
    private final Progress progress;

    Deliver(Assignments assignments, Progress progress) {
        this.assignments = assignments;
        this.progress = progress;
    }

    @Override
    protected void run(DelegateExecution execution) {
        progress.deliver(assignments.at(execution.getProcessBusinessKey()));
    }
}
