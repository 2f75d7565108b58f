package org.noticecascade.plan.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.ledger.Act;
import org.noticecascade.notice.Milestone;
import org.noticecascade.notice.Stage;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.process.HandedIn;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordPlanReview}: headquarters agrees or returns; a return restarts the due date. */
@Component
class RecordPlanReview extends Step {
    private final HandedIn handedIn;

    RecordPlanReview(HandedIn handedIn) {
        this.handedIn = handedIn;
    }

    @Override
    protected void run(DelegateExecution execution) {
        handedIn.review(execution, Kind.PLAN, Milestone.PLANNED, Stage.PLAN, Act.PLAN_ACCEPTED, Act.PLAN_RETURNED);
    }
}
