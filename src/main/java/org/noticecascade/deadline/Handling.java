package org.noticecascade.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.noticecascade.ledger.Act;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The superior's supervisor handles an overdue stage (督办). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Handling {
    private final Escalations escalations;
    private final Assignments assignments;
    private final Urging urging;
    private final Deadlines deadlines;
    private final Waiving waiving;

    Handling(Escalations escalations, Assignments assignments, Urging urging, Deadlines deadlines, Waiving waiving) {
        this.escalations = escalations;
        this.assignments = assignments;
        this.urging = urging;
        this.deadlines = deadlines;
        this.waiving = waiving;
    }

    /**
     * Takes a measure; any of them settles the escalation.
     *
     * @param reason required for more time and for a waiver, at most 1,000 characters
     * @param newDue required for more time
     * @throws Refusal if the unit has left the stage meanwhile, or something is missing
     */
    public void handle(long escalationId, Measure measure, @Nullable String reason, @Nullable LocalDate newDue) {
        Escalation escalation = escalations.get(escalationId);
        Assignment unit = assignments.get(escalation.assignmentId());
        String why = Reasons.checked(reason, measure == Measure.URGE);
        if (!escalation.concerns(unit) || !escalations.end(escalationId, statusOf(measure), why)) {
            throw Refusal.conflict(
                    "该单位已办理或时限已调整，本项督办将自动结束，请刷新任务列表。",
                    "The unit has gone on, or its due date was moved; this task ends by itself. Refresh the list.");
        }
        switch (measure) {
            case URGE -> urging.urgeAgain(unit, why);
            case EXTEND -> deadlines.extend(unit, required(newDue), Act.ESCALATION_EXTENDED, why);
            case WAIVE -> waiving.waive(unit, why);
        }
    }

    /**
     * Excuses a unit that nothing is escalated about; whoever is open below it is excused with it.
     *
     * @param reason required, at most 1,000 characters
     * @throws Refusal if the unit is finished
     */
    public void waive(Assignment seen, @Nullable String reason) {
        String why = Reasons.checked(reason, false);
        Assignment unit = assignments.locked(seen.id());
        if (!unit.stage().isOpen() || unit.depth() == 0) {
            throw Refusal.conflict(
                    "该单位当前为“%s”，不需要免予办理。".formatted(unit.stage().label()),
                    "The unit is in the stage %s; there is nothing to waive.".formatted(unit.stage()));
        }
        waiving.waive(unit, why);
    }

    private static Escalation.Status statusOf(Measure measure) {
        return switch (measure) {
            case URGE -> Escalation.Status.URGED;
            case EXTEND -> Escalation.Status.EXTENDED;
            case WAIVE -> Escalation.Status.WAIVED;
        };
    }

    private static LocalDate required(@Nullable LocalDate newDue) {
        if (newDue == null) {
            throw Refusal.invalid("延长时限必须填写新的时限。", "More time needs a new due date.");
        }
        return newDue;
    }
}
