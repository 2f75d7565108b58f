package org.noticecascade.report.process;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.ledger.Act;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Issuing;
import org.noticecascade.notice.NoticeClosed;
import org.noticecascade.platform.Decision;
import org.noticecascade.platform.Step;
import org.noticecascade.report.NationalReport;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_recordNationalApproval}: the lead of headquarters closes the notice, gaps included, or returns.
 *
 * <p>Processes of units that did not finish are ended by the engine's asynchronous batch: there may be thousands.
 */
@Component
class RecordNationalApproval extends Step {
    private final Assignments assignments;
    private final NationalReport report;
    private final Issuing issuing;
    private final RuntimeService runtime;
    private final ApplicationEventPublisher events;

    RecordNationalApproval(
            Assignments assignments,
            NationalReport report,
            Issuing issuing,
            RuntimeService runtime,
            ApplicationEventPublisher events) {
        this.assignments = assignments;
        this.report = report;
        this.issuing = issuing;
        this.runtime = runtime;
        this.events = events;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Assignment headquarters = assignments.at(execution.getProcessBusinessKey());
        Decision decision = Decision.takenFrom(execution);
        if (!decision.approved()) {
            report.sendBack(headquarters, Objects.requireNonNull(decision.reason()));
            return;
        }
        report.accept(headquarters);
        List<String> unfinished = issuing.close(headquarters.noticeId());
        if (!unfinished.isEmpty()) {
            runtime.deleteProcessInstancesAsync(unfinished, Act.MISSED.label());
        }
        events.publishEvent(new NoticeClosed(headquarters.noticeId()));
    }
}
