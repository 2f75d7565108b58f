package org.noticecascade.consistency.process;

import java.util.Set;
import org.noticecascade.consistency.Difference;
import org.noticecascade.consistency.Kind;
import org.noticecascade.consistency.Mender;
import org.noticecascade.deadline.Escalating;
import org.noticecascade.deadline.Escalation;
import org.noticecascade.deadline.Escalations;
import org.noticecascade.deadline.process.EscalationProcess;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.process.UnitInstances;
import org.springframework.stereotype.Component;

/** An open escalation has its process as long as the unit is where it was late. */
@Component
class MendEscalation implements Mender {
    private final Escalations escalations;
    private final Escalating escalating;
    private final Assignments assignments;
    private final UnitInstances instances;
    private final Processes processes;

    MendEscalation(
            Escalations escalations,
            Escalating escalating,
            Assignments assignments,
            UnitInstances instances,
            Processes processes) {
        this.escalations = escalations;
        this.escalating = escalating;
        this.assignments = assignments;
        this.instances = instances;
        this.processes = processes;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.ESCALATION_WITHOUT_PROCESS, Kind.ESCALATION_OUTLIVED);
    }

    @Override
    public void mend(Difference difference) {
        Escalation escalation = escalations.get(Long.parseLong(difference.subject()));
        Assignment unit = assignments.get(escalation.assignmentId());
        boolean late = unit.stage() == escalation.stage() && unit.round() == escalation.round();
        if (difference.kind() == Kind.ESCALATION_WITHOUT_PROCESS && late) {
            escalating.started(escalation.id(), instances.start(EscalationProcess.KEY, unit));
        } else {
            escalating.endByItself(escalation.id());
            String instance = escalations.instanceOf(escalation.id());
            if (instance != null) {
                processes.endAll(EscalationProcess.KEY, unit, instance);
            }
        }
    }
}
