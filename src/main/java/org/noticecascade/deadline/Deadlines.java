package org.noticecascade.deadline;

import java.time.LocalDate;
import java.util.Objects;
import org.noticecascade.Refusal;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.StageLeft;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the due date of a stage that is under way: assignment, tasks and ledger together. The original date stays
 * visible, and a new round begins, so that being late again is reminded of and escalated again.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Deadlines {
    private final Assignments assignments;
    private final Judge judge;
    private final TaskDates tasks;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    Deadlines(Assignments assignments, Judge judge, TaskDates tasks, Ledger ledger, ApplicationEventPublisher events) {
        this.assignments = assignments;
        this.judge = judge;
        this.tasks = tasks;
        this.ledger = ledger;
        this.events = events;
    }

    /**
     * Gives a unit more time.
     *
     * @param newDue moved to the next working day if it is a day off
     * @param downwards whether open units below it, in the same stage and due before the new date, get as many working
     *     days more
     * @param act what is recorded for the unit itself
     * @return the day it is due now
     * @throws Refusal if the day is not later than the one it had, or past, or the unit has left the stage
     */
    public LocalDate extend(Assignment unit, LocalDate newDue, boolean downwards, Act act, String reason) {
        LocalDate due = requireOwnWork(unit);
        LocalDate day = judge.days().onOrAfter(newDue);
        requireLater(day, due);
        requireLater(day, judge.today());
        int workingDays = judge.days().between(due, day);
        move(unit, day, act, reason);
        events.publishEvent(StageLeft.of(unit));
        if (downwards) {
            assignments.openWithin(unit).stream()
                    .filter(below -> below.id() != unit.id() && below.stage() == unit.stage())
                    .filter(below -> below.dueDate() != null && below.dueDate().isBefore(day))
                    .forEach(below -> moveAlong(below, workingDays, reason));
        }
        return day;
    }

    private void moveAlong(Assignment below, int workingDays, String reason) {
        LocalDate due = Objects.requireNonNull(below.dueDate());
        move(below, judge.days().plus(due, workingDays), Act.DUE_CHANGED, "随上级延期：" + reason);
        events.publishEvent(StageLeft.of(below));
    }

    /**
     * Moves a due date.
     *
     * @throws Refusal if the unit has left that round of the stage
     */
    void move(Assignment unit, LocalDate due, Act act, String reason) {
        if (!assignments.moveDue(unit, due, judge.judge(unit, due).light())) {
            throw Refusal.conflict(
                    "该单位刚刚离开“%s”阶段，时限未调整，请刷新。".formatted(unit.stage().label()),
                    "The unit has just left the stage %s; its due date was not moved. Refresh."
                            .formatted(unit.stage()));
        }
        tasks.move(unit, due);
        ledger.onAssignment(
                unit.noticeId(),
                unit.id(),
                unit.unitCode(),
                act,
                String.valueOf(unit.dueDate()),
                "%s %s".formatted(due, reason).strip());
    }

    private static LocalDate requireOwnWork(Assignment unit) {
        LocalDate due = unit.dueDate();
        if (due == null || !unit.stage().isOwnWork()) {
            throw Refusal.conflict(
                    "该单位当前为“%s”，没有可以延长的时限。".formatted(unit.stage().label()),
                    "The unit is in the stage %s, which has no due date of its own to extend.".formatted(unit.stage()));
        }
        return due;
    }

    private static void requireLater(LocalDate day, LocalDate bound) {
        if (!day.isAfter(bound)) {
            throw Refusal.invalid(
                    "新时限 %s 必须晚于 %s，请重新选择。".formatted(day, bound),
                    "The new due date %s has to be later than %s.".formatted(day, bound));
        }
    }
}
