package org.noticecascade.desk.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.calendar.WorkingDays;
import org.noticecascade.deadline.EscalationPolicy;
import org.noticecascade.directory.Level;
import org.noticecascade.notice.Light;
import org.noticecascade.notice.Stage;
import org.springframework.stereotype.Component;

/**
 * The light of a due date as of today, for lists that know the date only. Red is what is late. Yellow begins where
 * {@code escalation-policy.dmn} first shows it at any level and stage; it is asked once a day.
 */
@Component
public class DueLights {
    /** No table of lights looks further ahead. */
    private static final int FURTHEST_WORKING_DAYS = 30;

    private final EscalationPolicy policy;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private volatile @Nullable Threshold threshold;

    private record Threshold(LocalDate asked, int workingDays) {}

    DueLights(EscalationPolicy policy, WorkingCalendar calendar, Clock clock) {
        this.policy = policy;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** GREEN, YELLOW or RED for something due on that day. */
    public Light of(LocalDate due) {
        int left = calendar.days().between(LocalDate.now(clock), due);
        return left < 0 ? Light.RED : left <= yellowFrom() ? Light.YELLOW : Light.GREEN;
    }

    /** The earliest due date that is not late today: a day off gives no working day to be late on. */
    LocalDate firstDayInTime() {
        LocalDate today = LocalDate.now(clock);
        WorkingDays days = calendar.days();
        LocalDate first = today;
        while (days.between(today, first.minusDays(1)) >= 0) {
            first = first.minusDays(1);
        }
        return first;
    }

    /** The latest due date that is yellow today. */
    LocalDate lastDayOfYellow() {
        LocalDate today = LocalDate.now(clock);
        WorkingDays days = calendar.days();
        int from = yellowFrom();
        LocalDate last = today;
        while (days.between(today, last.plusDays(1)) <= from) {
            last = last.plusDays(1);
        }
        return last;
    }

    private int yellowFrom() {
        LocalDate today = LocalDate.now(clock);
        Threshold known = threshold;
        return known != null && known.asked().equals(today) ? known.workingDays() : askOnce(today);
    }

    /** In the morning everybody opens the list at once: one asks, the others wait for the answer. */
    private synchronized int askOnce(LocalDate today) {
        Threshold known = threshold;
        if (known == null || !known.asked().equals(today)) {
            known = new Threshold(today, ask());
            threshold = known;
        }
        return known.workingDays();
    }

    /** A light that is yellow stays so until it is red, so halving finds where that begins in a few questions. */
    private int ask() {
        int yellow = 0;
        int green = FURTHEST_WORKING_DAYS + 1;
        while (green - yellow > 1) {
            int middle = (yellow + green) / 2;
            if (isYellowAnywhere(middle)) {
                yellow = middle;
            } else {
                green = middle;
            }
        }
        return yellow;
    }

    private boolean isYellowAnywhere(int left) {
        return Arrays.stream(Level.values())
                .anyMatch(level -> Arrays.stream(Stage.values())
                        .filter(stage -> stage.isOwnWork() || stage == Stage.REVIEW)
                        .anyMatch(stage -> policy.judge(left, level, stage).light() != Light.GREEN));
    }
}
