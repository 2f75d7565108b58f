package org.noticecascade.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a unit through its stages: row, due date and ledger together, in the caller's (the engine's) transaction.
 *
 * <p>Only a superior's return restarts the due date. The unit's own lead sending something back does not, or a unit
 * could extend its own deadline.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Progress {
    private final Assignments assignments;
    private final Dues dues;
    private final Ledger ledger;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Progress(Assignments assignments, Dues dues, Ledger ledger, Clock clock, ApplicationEventPublisher events) {
        this.assignments = assignments;
        this.dues = dues;
        this.ledger = ledger;
        this.clock = clock;
        this.events = events;
    }

    /** The unit signs for the notice. */
    public void signReceipt(Assignment unit) {
        assignments.reached(unit.id(), Milestone.SIGNED, OffsetDateTime.now(clock));
        record(unit, Act.SIGNED, null, null);
    }

    /** The unit begins a stage; the due date is the notice's, and later where more time was granted. */
    public void enter(Assignment unit, Stage stage) {
        StageDue due = dues.onEntering(unit, stage);
        move(unit, stage, due);
        if (due.isMoved()) {
            record(unit, Act.DUE_CHANGED, due.original().toString(), due.inWords());
        }
    }

    /** The unit has handed in and its superior has to decide. */
    public void handOver(Assignment unit) {
        move(unit, Stage.REVIEW, StageDue.of(dues.forReview()));
    }

    /** The superior returns: the stage begins again with a new due date. */
    public void restart(Assignment unit, Stage stage, Act act, String reason) {
        StageDue due = dues.afterReturn(unit, stage);
        move(unit, stage, due);
        assignments.countReturn(unit.id());
        record(unit, act, null, reason);
        record(unit, Act.DUE_CHANGED, text(unit.dueDate()), due.inWords());
    }

    /** Notes a milestone for the roll-up. */
    public void reached(Assignment unit, Milestone milestone) {
        assignments.reached(unit.id(), milestone, OffsetDateTime.now(clock));
    }

    /** Takes the number of people of a confirmed session into the roll-up. */
    public void participants(Assignment unit, int participants) {
        assignments.participants(unit.id(), participants);
    }

    /** The unit is done. */
    public void deliver(Assignment unit) {
        move(unit, Stage.DELIVERED, null);
        record(unit, Act.DELIVERED, null, null);
    }

    /** Writes an act of that unit to the ledger. */
    public void record(Assignment unit, Act act, @Nullable String from, @Nullable String to) {
        ledger.onAssignment(unit.noticeId(), unit.id(), unit.unitCode(), act, from, to);
    }

    private void move(Assignment unit, Stage stage, @Nullable StageDue due) {
        assignments.enter(unit.id(), stage, due);
        events.publishEvent(StageLeft.of(unit));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
