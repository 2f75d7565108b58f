package org.noticecascade.deadline.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.deadline.Patrols;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_closePatrol}: the day's patrol is done. */
@Component
class ClosePatrol extends Step {
    private final Patrols patrols;

    ClosePatrol(Patrols patrols) {
        this.patrols = patrols;
    }

    @Override
    protected void run(DelegateExecution execution) {
        patrols.close(PatrolProcess.dayOf(execution));
    }
}
