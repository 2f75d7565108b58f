package org.noticecascade.deadline;

import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Stage;

/** An overdue stage that the superior's supervisor has to deal with; one per round of a stage. */
public record Escalation(long id, long assignmentId, Stage stage, int round, Status status) {

    /** What became of it. */
    public enum Status {
        OPEN,
        URGED,
        EXTENDED,
        WAIVED,
        /** Ended by itself: the unit went on. */
        DELIVERED,
        /** Ended by itself: the notice was closed first. */
        NOTICE_CLOSED
    }

    /** Whether the unit still is where it was late. */
    boolean concerns(Assignment unit) {
        return unit.id() == assignmentId && unit.stage() == stage && unit.round() == round;
    }
}
