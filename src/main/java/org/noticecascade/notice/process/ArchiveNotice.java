package org.noticecascade.notice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Issuing;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_archiveNotice}: the notice is put away. */
@Component
class ArchiveNotice extends Step {
    private final Issuing issuing;

    ArchiveNotice(Issuing issuing) {
        this.issuing = issuing;
    }

    @Override
    protected void run(DelegateExecution execution) {
        issuing.archive(Assignments.noticeIdIn(execution.getProcessBusinessKey()));
    }
}
