package org.noticecascade.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.ledger.Act;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.process.HandedIn;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordReportApproval}: the unit's lead agrees or returns; a return within the unit keeps the due date. */
@Component
class RecordReportApproval extends Step {
    private final HandedIn handedIn;

    RecordReportApproval(HandedIn handedIn) {
        this.handedIn = handedIn;
    }

    @Override
    protected void run(DelegateExecution execution) {
        handedIn.approve(execution, Kind.REPORT, Act.REPORT_APPROVED, Act.REPORT_RETURNED);
    }
}
