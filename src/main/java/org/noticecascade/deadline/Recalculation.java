package org.noticecascade.deadline;

import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.noticecascade.calendar.ArrangementEntered;
import org.noticecascade.calendar.ArrangementFollower;
import org.noticecascade.calendar.WorkingDays;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.noticecascade.notice.Addressing;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Due;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recalculates open due dates once the arrangement of their year is published.
 *
 * <p>A date that was provisional keeps its number of working days from today. A date that the notice's own text names,
 * or that was not provisional, only moves off a day off.
 */
@Component
public class Recalculation implements ArrangementFollower {
    /** An arrangement may name days from here on in the December before its year. */
    private static final int DECEMBER_FROM = 20;

    private final Assignments assignments;
    private final Addressing addressing;
    private final Deadlines deadlines;
    private final Judge judge;
    private final NoticeDates noticeDates;

    Recalculation(
            Assignments assignments, Addressing addressing, Deadlines deadlines, Judge judge, NoticeDates noticeDates) {
        this.assignments = assignments;
        this.addressing = addressing;
        this.deadlines = deadlines;
        this.judge = judge;
        this.noticeDates = noticeDates;
    }

    /** Moves what has to move, each with a ledger entry. */
    @Override
    @Transactional
    public int follow(ArrangementEntered entered) {
        LocalDate from = LocalDate.of(entered.year() - 1, Month.DECEMBER, DECEMBER_FROM);
        LocalDate to = LocalDate.of(entered.year(), Month.DECEMBER, 31);
        return notices(entered, from, to) + units(entered, from, to);
    }

    private int notices(ArrangementEntered entered, LocalDate from, LocalDate to) {
        int count = 0;
        for (long notice : addressing.noticesDueBetween(from, to)) {
            Set<LocalDate> written = addressing.datesWrittenIn(notice);
            for (Due due : addressing.duesOf(notice)) {
                LocalDate day = due.dueDate();
                LocalDate moved = within(day, from, to) ? moved(day, written.contains(day), entered) : day;
                if (!moved.equals(day)) {
                    noticeDates.move(notice, due, moved);
                    count++;
                }
            }
        }
        return count;
    }

    /** Looks at each unit as it is when its turn comes: it may have gone on since the list was read. */
    private int units(ArrangementEntered entered, LocalDate from, LocalDate to) {
        int count = 0;
        Map<Long, Set<LocalDate>> written = new HashMap<>();
        for (Assignment seen : assignments.openDueBetween(from, to)) {
            Assignment unit = assignments.locked(seen.id());
            LocalDate day = unit.dueDate();
            if (day != null && unit.stage().isOpen() && within(day, from, to)) {
                Set<LocalDate> dates = written.computeIfAbsent(unit.noticeId(), addressing::datesWrittenIn);
                LocalDate moved = moved(day, dates.contains(day), entered);
                if (!moved.equals(day)) {
                    deadlines.move(unit, moved, Act.DUE_RECALCULATED, "");
                    count++;
                }
            }
        }
        return count;
    }

    private LocalDate moved(LocalDate due, boolean written, ArrangementEntered entered) {
        LocalDate today = judge.today();
        WorkingDays before = entered.before();
        if (due.isBefore(today)) {
            return due;
        }
        int left = before.between(today, due);
        boolean keepsTheDate = written || left < 1 || !before.isProvisional(due);
        return keepsTheDate ? entered.after().onOrAfter(due) : entered.after().plus(today, left);
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The dates a notice sets per level and stage, with its timer and its ledger. */
    @Component
    static class NoticeDates {
        private final Addressing addressing;
        private final TaskDates tasks;
        private final Ledger ledger;

        NoticeDates(Addressing addressing, TaskDates tasks, Ledger ledger) {
            this.addressing = addressing;
            this.tasks = tasks;
            this.ledger = ledger;
        }

        void move(long notice, Due due, LocalDate moved) {
            addressing.move(notice, due, moved);
            if (due.isFinal()) {
                tasks.moveFinal(notice, moved);
            }
            String what = due.level().label() + due.stage().label();
            ledger.onNotice(
                    notice,
                    Act.DUE_RECALCULATED,
                    "%s %s".formatted(what, due.dueDate()),
                    "%s %s".formatted(what, moved));
        }
    }
}
