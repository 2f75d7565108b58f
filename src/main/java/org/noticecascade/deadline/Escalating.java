package org.noticecascade.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.noticecascade.ledger.Act;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Progress;
import org.springframework.beans.factory.ObjectProvider;
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
    private final Notifying notifying;

    Escalating(Lights lights, Judge judge, Assignments assignments, Escalations escalations, Notifying notifying) {
        this.lights = lights;
        this.judge = judge;
        this.assignments = assignments;
        this.escalations = escalations;
        this.notifying = notifying;
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

    /** Opens the escalation of the unit's present stage and tells the superior's supervisor; returns its id. */
    public long open(Assignment unit) {
        long id = escalations.open(unit);
        notifying.escalated(unit, id);
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
            notifying.ended(unit, escalation);
        }
    }

    /** Ledger and mail of escalations. */
    @Component
    static class Notifying {
        private final Progress progress;
        private final ObjectProvider<Post> posts;

        Notifying(Progress progress, ObjectProvider<Post> posts) {
            this.progress = progress;
            this.posts = posts;
        }

        void escalated(Assignment unit, long escalationId) {
            progress.record(
                    unit,
                    Act.ESCALATED,
                    String.valueOf(unit.dueDate()),
                    unit.stage().label());
            posts.forEach(post -> post.escalated(unit, escalationId));
        }

        void ended(Assignment unit, Escalation escalation) {
            progress.record(
                    unit,
                    Act.ESCALATION_ENDED,
                    escalation.stage().label(),
                    unit.stage().label());
        }
    }
}
