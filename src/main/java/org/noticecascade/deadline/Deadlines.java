package org.noticecascade.deadline;

import java.time.LocalDate;
import java.util.Objects;
import org.noticecascade.Refusal;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Dues;
import org.noticecascade.notice.Fields;
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
    private final Dues dues;
    private final Judge judge;
    private final TaskDates tasks;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    Deadlines(
            Assignments assignments,
            Dues dues,
            Judge judge,
            TaskDates tasks,
            Ledger ledger,
            ApplicationEventPublisher events) {
        this.assignments = assignments;
        this.dues = dues;
        this.judge = judge;
        this.tasks = tasks;
        this.ledger = ledger;
        this.events = events;
    }

    /**
     * Gives a unit more time.
     *
     * @param newDue moved to the next working day if it is a day off
     * @param act what is recorded for it
     * @return how many working days more
     * @throws Refusal if the day is not later than the one it had, or past, or the unit has left the stage
     */
    public int extend(Assignment unit, LocalDate newDue, Act act, String reason) {
        LocalDate due = requireOwnWork(unit);
        LocalDate day = judge.days().onOrAfter(Fields.plausible(newDue, "新时限"));
        requireLater(day, due);
        requireLater(day, judge.today());
        move(unit, day, act, reason);
        events.publishEvent(StageLeft.of(unit));
        return judge.days().between(due, day);
    }

    /**
     * Gives open units below it, in the same stage and due before {@code until}, as many working days more. What is
     * due later than the next step needs it would help nobody: that day bounds it, and the ledger says so. Who goes on in
     * that moment has the next stage's date, which counts the days granted anyway.
     */
    void extendBelow(Assignment unit, LocalDate until, int workingDays, String reason) {
        assignments.openWithin(unit).stream()
                .filter(below -> below.id() != unit.id() && below.stage() == unit.stage())
                .filter(below -> below.dueDate() != null && below.dueDate().isBefore(until))
                .forEach(below -> {
                    Assignment now = assignments.locked(below.id());
                    if (now.stage() == below.stage() && now.round() == below.round()) {
                        moveAlong(now, workingDays, reason);
                    }
                });
    }

    private void moveAlong(Assignment below, int workingDays, String reason) {
        LocalDate due = Objects.requireNonNull(below.dueDate());
        LocalDate wanted = judge.days().plus(due, workingDays);
        LocalDate day =
                dues.neededBy(below, below.stage()).filter(wanted::isAfter).orElse(wanted);
        if (day.isAfter(due)) {
            String how = day.equals(wanted) ? "随上级延期：" : "随上级延期，以报告时限为限：";
            move(below, day, Act.DUE_CHANGED, how + reason);
            events.publishEvent(StageLeft.of(below));
        }
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
