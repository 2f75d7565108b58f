package org.noticecascade.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Progress;
import org.noticecascade.notice.Stage;
import org.noticecascade.platform.Step;
import org.noticecascade.report.Drafts;
import org.springframework.stereotype.Component;

/** {@code serviceTask_openNationalReport}: headquarters' own report, with the figures of the whole country. */
@Component
class OpenNationalReport extends Step {
    private final Assignments assignments;
    private final Progress progress;
    private final Drafts drafts;

    OpenNationalReport(Assignments assignments, Progress progress, Drafts drafts) {
        this.assignments = assignments;
        this.progress = progress;
        this.drafts = drafts;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Assignment unit = assignments.at(execution.getProcessBusinessKey());
        progress.enter(unit, Stage.REPORT);
        drafts.open(unit);
    }
}
