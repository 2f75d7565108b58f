package org.noticecascade.notice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.noticecascade.notice.Cascade;
import org.springframework.stereotype.Component;

/** End of {@code receiveTask_waitForUnits}, by the last report or by the final due date. */
@Component
class StopWaiting implements ExecutionListener {
    private final Cascade cascade;

    StopWaiting(Cascade cascade) {
        this.cascade = cascade;
    }

    @Override
    public void notify(DelegateExecution execution) {
        cascade.stopWaiting(UnitProcess.ASSIGNMENT_ID.in(execution));
    }
}
