package org.noticecascade.notice.process;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Issuing;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_issueNotice}: creates the parts of headquarters and of every addressee.
 *
 * <p>The final due date ends with its day, so the one timer of a notice stands at the following midnight.
 */
@Component
class IssueNotice extends Step {
    private final Issuing issuing;
    private final Clock clock;

    IssueNotice(Issuing issuing, Clock clock) {
        this.issuing = issuing;
        this.clock = clock;
    }

    @Override
    protected void run(DelegateExecution execution) {
        long noticeId = Assignments.noticeIdIn(execution.getProcessBusinessKey());
        Assignment root = issuing.issue(noticeId);
        issuing.started(root, execution.getProcessInstanceId());
        execution.setVariable(NoticeProcess.FINAL_DUE_AT, DayEnd.ofTimer(issuing.finalDue(noticeId), clock));
    }
}
