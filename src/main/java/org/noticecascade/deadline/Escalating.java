package org.noticecascade.deadline;

import org.noticecascade.ledger.Act;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Progress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens the escalation of a unit whose superior has to step in, and ends those that have become pointless. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Escalating {
    private final Assignments assignments;
    private final Escalations escalations;
    private final Progress progress;

    Escalating(Assignments assignments, Escalations escalations, Progress progress) {
        this.assignments = assignments;
        this.escalations = escalations;
        this.progress = progress;
    }

    /**
     * Opens the escalation of the unit's present stage; returns its id. The superior's supervisors are told by the
     * digest of that day, however many there are.
     */
    public long open(Assignment unit) {
        long id = escalations.open(unit);
        progress.record(
                unit,
                Act.ESCALATED,
                String.valueOf(unit.dueDate()),
                unit.stage().label());
        return id;
    }

    /** Notes the process instance of an escalation. */
    public void started(long escalationId, String instanceId) {
        escalations.started(escalationId, instanceId);
    }

    /** The unit has left the stage, or its due date was moved otherwise: nothing is left to handle. */
    public void endByItself(long escalationId) {
        Escalation escalation = escalations.get(escalationId);
        Assignment unit = assignments.get(escalation.assignmentId());
        if (escalations.end(escalationId, Escalation.Status.DELIVERED, null)) {
            progress.record(
                    unit,
                    Act.ESCALATION_ENDED,
                    escalation.stage().label(),
                    unit.stage().label());
        }
    }
}
