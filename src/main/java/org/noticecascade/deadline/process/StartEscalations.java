package org.noticecascade.deadline.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.deadline.Escalating;
import org.noticecascade.deadline.Overdue;
import org.noticecascade.deadline.PatrolProperties;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.process.UnitInstances;
import org.noticecascade.platform.GatewayFlag;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_startEscalations}: the next units whose superior has to step in, one batch per job. */
@Component
class StartEscalations extends Step {
    private final Overdue overdue;
    private final Escalating escalating;
    private final UnitInstances instances;
    private final PatrolProperties properties;

    StartEscalations(Overdue overdue, Escalating escalating, UnitInstances instances, PatrolProperties properties) {
        this.overdue = overdue;
        this.escalating = escalating;
        this.instances = instances;
        this.properties = properties;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Overdue.Batch late = overdue.next(PatrolProcess.dayOf(execution), properties.escalationsPerJob());
        late.units().forEach(this::start);
        GatewayFlag.set(execution, PatrolProcess.MORE_ESCALATIONS, late.more());
    }

    private void start(Assignment unit) {
        long escalation = escalating.open(unit);
        escalating.started(escalation, instances.start(EscalationProcess.KEY, unit));
    }
}
