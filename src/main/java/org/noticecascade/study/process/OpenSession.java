package org.noticecascade.study.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Progress;
import org.noticecascade.notice.Stage;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submissions;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_openSession}: the stage begins with an empty record. */
@Component
class OpenSession extends Step {
    private final Assignments assignments;
    private final Submissions submissions;
    private final Progress progress;

    OpenSession(Assignments assignments, Submissions submissions, Progress progress) {
        this.assignments = assignments;
        this.submissions = submissions;
        this.progress = progress;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Assignment unit = assignments.at(execution.getProcessBusinessKey());
        progress.enter(unit, Stage.STUDY);
        submissions.open(unit.id(), Kind.SESSION);
    }
}
