package org.noticecascade.notice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Progress;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordReceipt}: the unit has signed for the notice. */
@Component
class RecordReceipt extends Step {
    private final Assignments assignments;
    private final Progress progress;

    RecordReceipt(Assignments assignments, Progress progress) {
        this.assignments = assignments;
        this.progress = progress;
    }

    @Override
    protected void run(DelegateExecution execution) {
        progress.signReceipt(assignments.at(execution.getProcessBusinessKey()));
    }
}
