package org.noticecascade.report.process;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.ledger.Act;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Progress;
import org.noticecascade.notice.Submission;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submission.Status;
import org.noticecascade.notice.Submissions;
import org.noticecascade.platform.Decision;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordReportApproval}: the unit's lead agrees or returns; a return within the unit keeps the due date. */
@Component
class RecordReportApproval extends Step {
    private final Assignments assignments;
    private final Submissions submissions;
    private final Progress progress;

    RecordReportApproval(Assignments assignments, Submissions submissions, Progress progress) {
        this.assignments = assignments;
        this.submissions = submissions;
        this.progress = progress;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Assignment unit = assignments.at(execution.getProcessBusinessKey());
        Submission submitted = submissions.expect(unit.id(), Kind.REPORT);
        Decision decision = Decision.takenFrom(execution);
        if (decision.approved()) {
            submissions.approve(submitted);
            progress.record(unit, Act.REPORT_APPROVED, null, null);
            progress.handOver(unit);
        } else {
            String reason = Objects.requireNonNull(decision.reason());
            submissions.sendBack(submitted, Status.SUBMITTED, reason);
            progress.record(unit, Act.REPORT_RETURNED, "第%d版".formatted(submitted.version()), reason);
        }
    }
}
