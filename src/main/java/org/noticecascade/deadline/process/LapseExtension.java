package org.noticecascade.deadline.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.deadline.Extending;
import org.noticecascade.notice.Assignments;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_lapseExtension}: the unit went on without it; nothing is left to decide. */
@Component
class LapseExtension extends Step {
    private final Extending extending;
    private final Assignments assignments;

    LapseExtension(Extending extending, Assignments assignments) {
        this.extending = extending;
        this.assignments = assignments;
    }

    @Override
    protected void run(DelegateExecution execution) {
        extending.lapse(assignments.at(execution.getProcessBusinessKey()));
    }
}
