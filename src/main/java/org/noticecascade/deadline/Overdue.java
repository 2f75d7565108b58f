package org.noticecascade.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the units whose superior has to step in, batch after batch, by the policy. The patrol's cursor commits with the
 * batch: no batch looks again at what one before it has seen, however many units are late.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Overdue {
    private static final int LOOKED_AT_PER_UNIT = 40;

    private final Lights lights;
    private final Patrols patrols;
    private final Judge judge;
    private final Assignments assignments;

    Overdue(Lights lights, Patrols patrols, Judge judge, Assignments assignments) {
        this.lights = lights;
        this.patrols = patrols;
        this.judge = judge;
        this.assignments = assignments;
    }

    /** An overdue assignment that has not been escalated in this round. */
    record Late(long assignmentId, DueGroup group) {
        private boolean isStill(Assignment unit) {
            return group.stage() == unit.stage() && group.dueDate().equals(unit.dueDate());
        }
    }

    /**
     * Some of the units to be escalated.
     *
     * @param more whether others may follow
     */
    public record Batch(List<Assignment> units, boolean more) {}

    /**
     * The next units to be escalated by the patrol of that day, at most {@code limit}. They stay as they are until the
     * caller's transaction ends, so that whoever goes on next finds the escalation and ends it. A unit that somebody is
     * just working on is left to the next patrol.
     */
    public Batch next(LocalDate day, int limit) {
        int page = limit * LOOKED_AT_PER_UNIT;
        List<Late> late = lights.late(patrols.get(day).escalationCursor(), day, page);
        Map<DueGroup, Boolean> verdicts = new HashMap<>();
        List<Assignment> units = new ArrayList<>();
        for (Late one : late) {
            if (verdicts.computeIfAbsent(
                    one.group(), group -> judge.judge(group, day).escalate())) {
                assignments
                        .lockedIfFree(one.assignmentId())
                        .filter(one::isStill)
                        .ifPresent(units::add);
            }
            if (units.size() == limit) {
                patrols.escalatedUpTo(day, one.assignmentId());
                return new Batch(units, true);
            }
        }
        if (!late.isEmpty()) {
            patrols.escalatedUpTo(day, late.get(late.size() - 1).assignmentId());
        }
        return new Batch(units, late.size() == page);
    }
}
