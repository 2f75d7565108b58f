package org.noticecascade.notice.process;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.ledger.Act;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.FourEyes;
import org.noticecascade.notice.Milestone;
import org.noticecascade.notice.Progress;
import org.noticecascade.notice.Stage;
import org.noticecascade.notice.Submission;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submission.Status;
import org.noticecascade.notice.Submissions;
import org.noticecascade.platform.Decision;
import org.springframework.stereotype.Component;

/** The two decisions on what a unit hands in, the same for plans and reports: its own lead's and its superior's. */
@Component
public class HandedIn {
    private final Assignments assignments;
    private final Submissions submissions;
    private final Progress progress;
    private final FourEyes fourEyes;

    HandedIn(Assignments assignments, Submissions submissions, Progress progress, FourEyes fourEyes) {
        this.assignments = assignments;
        this.submissions = submissions;
        this.progress = progress;
        this.fourEyes = fourEyes;
    }

    /** The unit's lead agrees, and it is the superior's turn; or returns, and the due date stays. */
    public void approve(DelegateExecution execution, Kind kind, Act approved, Act returned) {
        Assignment unit = assignments.at(execution.getProcessBusinessKey());
        Submission submitted = submissions.expect(unit.id(), kind);
        Decision decision = Decision.takenFrom(execution);
        if (decision.approved()) {
            fourEyes.require(submitted.submittedBy());
            submissions.approve(submitted);
            progress.record(unit, approved, null, null);
            progress.handOver(unit);
        } else {
            String reason = Objects.requireNonNull(decision.reason());
            submissions.sendBack(submitted, Status.SUBMITTED, reason);
            progress.record(unit, returned, "第%d版".formatted(submitted.version()), reason);
        }
    }

    /** The superior agrees, and the milestone counts; or returns, and {@code stage} begins again with a new due date. */
    public void review(
            DelegateExecution execution, Kind kind, Milestone milestone, Stage stage, Act accepted, Act returned) {
        Assignment unit = assignments.at(execution.getProcessBusinessKey());
        Submission approved = submissions.expect(unit.id(), kind);
        Decision decision = Decision.takenFrom(execution);
        if (decision.approved()) {
            submissions.accept(approved);
            progress.reached(unit, milestone);
            progress.record(unit, accepted, null, null);
        } else {
            String reason = Objects.requireNonNull(decision.reason());
            submissions.sendBack(approved, Status.APPROVED, reason);
            progress.restart(unit, stage, returned, reason);
        }
    }
}
