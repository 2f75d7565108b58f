package org.noticecascade.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.ledger.Act;
import org.noticecascade.notice.Milestone;
import org.noticecascade.notice.Stage;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.process.HandedIn;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordReportReview}: the superior agrees or returns; a return restarts the due date. */
@Component
class RecordReportReview extends Step {
    private final HandedIn handedIn;

    RecordReportReview(HandedIn handedIn) {
        this.handedIn = handedIn;
    }

    @Override
    protected void run(DelegateExecution execution) {
        handedIn.review(
                execution, Kind.REPORT, Milestone.REPORTED, Stage.REPORT, Act.REPORT_ACCEPTED, Act.REPORT_RETURNED);
    }
}
