package org.noticecascade.study.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.ledger.Act;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Progress;
import org.noticecascade.notice.Submission;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submissions;
import org.noticecascade.platform.Step;
import org.noticecascade.study.StudySessions;
import org.springframework.stereotype.Component;

/** {@code serviceTask_submitSession}: the record goes to the unit's lead, if it is complete. */
@Component
class SubmitSession extends Step {
    private final Assignments assignments;
    private final Submissions submissions;
    private final Progress progress;
    private final StudySessions sessions;

    SubmitSession(Assignments assignments, Submissions submissions, Progress progress, StudySessions sessions) {
        this.assignments = assignments;
        this.submissions = submissions;
        this.progress = progress;
        this.sessions = sessions;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Assignment unit = assignments.at(execution.getProcessBusinessKey());
        Submission draft = submissions.lockedDraft(unit.id(), Kind.SESSION);
        sessions.requireHeld(draft.id());
        submissions.submit(draft);
        progress.record(unit, Act.SESSION_SUBMITTED, null, "第%d版".formatted(draft.version()));
    }
}
