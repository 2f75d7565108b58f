package org.noticecascade.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.ledger.Act;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Progress;
import org.noticecascade.platform.Step;
import org.noticecascade.report.Drafts;
import org.springframework.stereotype.Component;

/** {@code serviceTask_submitNationalReport}: the report goes to the lead of headquarters, gaps declared. */
@Component
class SubmitNationalReport extends Step {
    private final Assignments assignments;
    private final Drafts drafts;
    private final Progress progress;

    SubmitNationalReport(Assignments assignments, Drafts drafts, Progress progress) {
        this.assignments = assignments;
        this.drafts = drafts;
        this.progress = progress;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Assignment unit = assignments.at(execution.getProcessBusinessKey());
        int version = drafts.submitNational(unit);
        progress.record(unit, Act.REPORT_SUBMITTED, null, "第%d版".formatted(version));
    }
}
