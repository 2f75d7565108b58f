package org.noticecascade.notice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Signing;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_submitNotice}: checks the draft and sends it for signature. */
@Component
class SubmitNotice extends Step {
    private final Signing signing;

    SubmitNotice(Signing signing) {
        this.signing = signing;
    }

    @Override
    protected void run(DelegateExecution execution) {
        signing.submit(Assignments.noticeIdIn(execution.getProcessBusinessKey()));
    }
}
