package org.noticecascade.plan.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Progress;
import org.noticecascade.notice.Stage;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submissions;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_openPlan}: the stage begins with an empty draft. */
@Component
class OpenPlan extends Step {
    private final Assignments assignments;
    private final Submissions submissions;
    private final Progress progress;

    OpenPlan(Assignments assignments, Submissions submissions, Progress progress) {
        this.assignments = assignments;
        this.submissions = submissions;
        this.progress = progress;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Assignment unit = assignments.at(execution.getProcessBusinessKey());
        progress.enter(unit, Stage.PLAN);
        submissions.open(unit.id(), Kind.PLAN);
    }
}
