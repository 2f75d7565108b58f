package org.noticecascade.deadline.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.deadline.Escalating;
import org.noticecascade.deadline.PatrolProperties;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.process.UnitInstances;
import org.noticecascade.platform.GatewayFlag;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_startEscalations}: the next units whose superior has to step in, one batch per job. */
@Component
class StartEscalations extends Step {
    private final Escalating escalating;
    private final UnitInstances instances;
    private final PatrolProperties properties;

    StartEscalations(Escalating escalating, UnitInstances instances, PatrolProperties properties) {
        this.escalating = escalating;
        this.instances = instances;
        this.properties = properties;
    }

    @Override
    protected void run(DelegateExecution execution) {
        List<Assignment> late = escalating.next(PatrolProcess.dayOf(execution), properties.escalationsPerJob());
        late.forEach(this::start);
        GatewayFlag.set(execution, PatrolProcess.MORE_ESCALATIONS, late.size() == properties.escalationsPerJob());
    }

    private void start(Assignment unit) {
        long escalation = escalating.open(unit);
        escalating.started(escalation, instances.start(EscalationProcess.KEY, unit));
    }
}
