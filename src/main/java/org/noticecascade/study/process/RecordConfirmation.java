package org.noticecascade.study.process;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.ledger.Act;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.FourEyes;
import org.noticecascade.notice.Milestone;
import org.noticecascade.notice.Progress;
import org.noticecascade.notice.Submission;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submission.Status;
import org.noticecascade.notice.Submissions;
import org.noticecascade.platform.Decision;
import org.noticecascade.platform.Step;
import org.noticecascade.study.StudySessions;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordConfirmation}: the lead confirms, and the figures count; or returns. */
@Component
class RecordConfirmation extends Step {
    private final Assignments assignments;
    private final Submissions submissions;
    private final Progress progress;
    private final StudySessions sessions;
    private final FourEyes fourEyes;

    RecordConfirmation(
            Assignments assignments,
            Submissions submissions,
            Progress progress,
            StudySessions sessions,
            FourEyes fourEyes) {
        this.assignments = assignments;
        this.submissions = submissions;
        this.progress = progress;
        this.sessions = sessions;
        this.fourEyes = fourEyes;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Assignment unit = assignments.at(execution.getProcessBusinessKey());
        Submission submitted = submissions.expect(unit.id(), Kind.SESSION);
        Decision decision = Decision.takenFrom(execution);
        if (decision.approved()) {
            fourEyes.require(submitted.submittedBy());
            submissions.approve(submitted);
            progress.participants(unit, sessions.requireHeld(submitted.id()));
            progress.reached(unit, Milestone.HELD);
            progress.record(unit, Act.SESSION_CONFIRMED, null, null);
        } else {
            String reason = Objects.requireNonNull(decision.reason());
            submissions.sendBack(submitted, Status.SUBMITTED, reason);
            progress.record(unit, Act.SESSION_RETURNED, "第%d版".formatted(submitted.version()), reason);
        }
    }
}
