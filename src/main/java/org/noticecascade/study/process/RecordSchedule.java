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

/** {@code serviceTask_recordSchedule}: form and day are settled. */
@Component
class RecordSchedule extends Step {
    private final Assignments assignments;
    private final Submissions submissions;
    private final Progress progress;
    private final StudySessions sessions;

    RecordSchedule(Assignments assignments, Submissions submissions, Progress progress, StudySessions sessions) {
        this.assignments = assignments;
        this.submissions = submissions;
        this.progress = progress;
        this.sessions = sessions;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Assignment unit = assignments.at(execution.getProcessBusinessKey());
        Submission draft = submissions.expect(unit.id(), Kind.SESSION);
        sessions.requireScheduled(draft.id());
        progress.record(
                unit,
                Act.SESSION_SCHEDULED,
                null,
                String.valueOf(sessions.get(draft.id()).plannedOn()));
    }
}
