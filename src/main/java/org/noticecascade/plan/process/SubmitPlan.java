package org.noticecascade.plan.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.ledger.Act;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Progress;
import org.noticecascade.notice.Submission;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submissions;
import org.noticecascade.plan.Plans;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_submitPlan}: the draft goes to the unit's lead, if it is complete. */
@Component
class SubmitPlan extends Step {
    private final Assignments assignments;
    private final Submissions submissions;
    private final Progress progress;
    private final Plans plans;

    SubmitPlan(Assignments assignments, Submissions submissions, Progress progress, Plans plans) {
        this.assignments = assignments;
        this.submissions = submissions;
        this.progress = progress;
        this.plans = plans;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Assignment unit = assignments.at(execution.getProcessBusinessKey());
        Submission draft = submissions.lockedDraft(unit.id(), Kind.PLAN);
        plans.requireComplete(draft.id());
        submissions.submit(draft);
        progress.record(unit, Act.PLAN_SUBMITTED, null, "第%d版".formatted(draft.version()));
    }
}
