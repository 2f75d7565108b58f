package org.noticecascade.report.process;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.ledger.Act;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Milestone;
import org.noticecascade.notice.Progress;
import org.noticecascade.notice.Stage;
import org.noticecascade.notice.Submission;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submission.Status;
import org.noticecascade.notice.Submissions;
import org.noticecascade.platform.Decision;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordReportReview}: the superior agrees or returns; a return restarts the due date. */
@Component
class RecordReportReview extends Step {
    private final Assignments assignments;
    private final Submissions submissions;
    private final Progress progress;

    RecordReportReview(Assignments assignments, Submissions submissions, Progress progress) {
        this.assignments = assignments;
        this.submissions = submissions;
        this.progress = progress;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Assignment unit = assignments.at(execution.getProcessBusinessKey());
        Submission approved = submissions.expect(unit.id(), Kind.REPORT);
        Decision decision = Decision.takenFrom(execution);
        if (decision.approved()) {
            submissions.accept(approved);
            progress.reached(unit, Milestone.REPORTED);
            progress.record(unit, Act.REPORT_ACCEPTED, null, null);
        } else {
            String reason = Objects.requireNonNull(decision.reason());
            submissions.sendBack(approved, Status.APPROVED, reason);
            progress.restart(unit, Stage.REPORT, Act.REPORT_RETURNED, reason);
        }
    }
}
