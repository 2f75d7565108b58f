package org.noticecascade.notice.process;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.FourEyes;
import org.noticecascade.notice.Signing;
import org.noticecascade.platform.Decision;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordSignature}: the lead of headquarters signs or returns. */
@Component
class RecordSignature extends Step {
    private final Signing signing;
    private final FourEyes fourEyes;

    RecordSignature(Signing signing, FourEyes fourEyes) {
        this.signing = signing;
        this.fourEyes = fourEyes;
    }

    @Override
    protected void run(DelegateExecution execution) {
        long noticeId = Assignments.noticeIdIn(execution.getProcessBusinessKey());
        Decision decision = Decision.takenFrom(execution);
        if (decision.approved()) {
            fourEyes.require(signing.submittedBy(noticeId));
            signing.sign(noticeId);
        } else {
            signing.sendBack(noticeId, Objects.requireNonNull(decision.reason()));
        }
    }
}
