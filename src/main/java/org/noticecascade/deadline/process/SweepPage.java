package org.noticecascade.deadline.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.deadline.PatrolProperties;
import org.noticecascade.deadline.Sweep;
import org.noticecascade.platform.GatewayFlag;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_sweepPage}: lights and reminders of the next page of assignments, one job each time round. */
@Component
class SweepPage extends Step {
    private final Sweep sweep;
    private final PatrolProperties properties;

    SweepPage(Sweep sweep, PatrolProperties properties) {
        this.sweep = sweep;
        this.properties = properties;
    }

    @Override
    protected void run(DelegateExecution execution) {
        boolean more = sweep.page(PatrolProcess.dayOf(execution), properties.pageSize());
        GatewayFlag.set(execution, PatrolProcess.MORE_PAGES, more);
    }
}
