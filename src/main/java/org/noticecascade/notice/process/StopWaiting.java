package org.noticecascade.notice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Cascade;
import org.springframework.stereotype.Component;

/** End of {@code receiveTask_waitForUnits}, by the last report or by the final due date. */
@Component
class StopWaiting implements ExecutionListener {
    private final Assignments assignments;
    private final Cascade cascade;

    StopWaiting(Assignments assignments, Cascade cascade) {
        this.assignments = assignments;
        this.cascade = cascade;
    }

    @Override
    public void notify(DelegateExecution execution) {
        cascade.stopWaiting(assignments.at(execution.getProcessBusinessKey()).id());
    }
}
