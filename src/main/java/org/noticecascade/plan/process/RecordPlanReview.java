package org.noticecascade.plan.process;

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

/** {@code serviceTask_recordPlanReview}: headquarters agrees or returns; a return restarts the due date. */
@Component
class RecordPlanReview extends Step {
    private final Assignments assignments;
    private final Submissions submissions;
    private final Progress progress;

    RecordPlanReview(Assignments assignments, Submissions submissions, Progress progress) {
        this.assignments = assignments;
        this.submissions = submissions;
        this.progress = progress;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Assignment unit = assignments.at(execution.getProcessBusinessKey());
        Submission approved = submissions.expect(unit.id(), Kind.PLAN);
        Decision decision = Decision.takenFrom(execution);
        if (decision.approved()) {
            submissions.accept(approved);
            progress.reached(unit, Milestone.PLANNED);
            progress.record(unit, Act.PLAN_ACCEPTED, null, null);
        } else {
            String reason = Objects.requireNonNull(decision.reason());
            submissions.sendBack(approved, Status.APPROVED, reason);
            progress.restart(unit, Stage.PLAN, Act.PLAN_RETURNED, reason);
        }
    }
}
