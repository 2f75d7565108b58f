package org.noticecascade.deadline.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.deadline.Escalating;
import org.noticecascade.deadline.Escalations;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_closeEscalation}: the unit went on by itself; nothing is left to handle. */
@Component
class CloseEscalation extends Step {
    private final Escalations escalations;
    private final Escalating escalating;

    CloseEscalation(Escalations escalations, Escalating escalating) {
        this.escalations = escalations;
        this.escalating = escalating;
    }

    @Override
    protected void run(DelegateExecution execution) {
        escalating.endByItself(escalations.at(execution.getProcessInstanceId()).id());
    }
}
