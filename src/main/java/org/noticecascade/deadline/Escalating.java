package org.noticecascade.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.noticecascade.ledger.Act;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Progress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds units whose superior has to step in, by the policy, and ends escalations that have become pointless. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Escalating {
    private final Lights lights;
    private final Judge judge;
    private final Assignments assignments;
    private final Escalations escalations;
    private final Progress progress;

    Escalating(Lights lights, Judge judge, Assignments assignments, Escalations escalations, Progress progress) {
        this.lights = lights;
        this.judge = judge;
        this.assignments = assignments;
        this.escalations = escalations;
        this.progress = progress;
    }

    /** Units to be escalated that are not yet, at most {@code limit}. */
    public List<Assignment> next(LocalDate day, int limit) {
        List<Assignment> next = new ArrayList<>();
        for (DueGroup group : lights.overdue(day)) {
            if (next.size() < limit && judge.judge(group, day).escalate()) {
                lights.notEscalated(group, limit - next.size()).forEach(id -> next.add(assignments.get(id)));
            }
        }
        return next;
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
