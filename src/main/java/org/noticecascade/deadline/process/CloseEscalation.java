package org.noticecascade.deadline.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.deadline.Escalating;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_closeEscalation}: the unit went on by itself; nothing is left to handle. */
@Component
class CloseEscalation extends Step {
    private final Escalating escalating;

    CloseEscalation(Escalating escalating) {
        this.escalating = escalating;
    }

    @Override
    protected void run(DelegateExecution execution) {
        escalating.endByItself(EscalationProcess.ESCALATION_ID.in(execution));
    }
}
