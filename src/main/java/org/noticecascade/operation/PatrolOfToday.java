package org.noticecascade.operation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.deadline.PatrolProperties;
import org.noticecascade.operation.Figures.LastPatrol;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Down on a working day whose patrol is not done some time after its hour. */
@Component("patrol")
class PatrolOfToday extends AbstractHealthIndicator {
    private final LatestFigures figures;
    private final HealthProperties limits;
    private final PatrolProperties schedule;
    private final WorkingCalendar calendar;
    private final Clock clock;

    PatrolOfToday(
            LatestFigures figures,
            HealthProperties limits,
            PatrolProperties schedule,
            WorkingCalendar calendar,
            Clock clock) {
        super("The patrol could not be looked up");
        this.figures = figures;
        this.limits = limits;
        this.schedule = schedule;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        LocalDateTime now = LocalDateTime.now(clock);
        LastPatrol last = figures.get().patrol();
        boolean done = last != null && last.day().equals(now.toLocalDate()) && last.finishedAt() != null;
        (done || !isDueBy(now) ? health.up() : health.down())
                .withDetail("today", done ? "done" : isDueBy(now) ? "missing" : "not due")
                .withDetail("last", last == null ? "never" : last.day().toString());
    }

    private boolean isDueBy(LocalDateTime now) {
        LocalDate today = now.toLocalDate();
        return calendar.days().isWorkingDay(today)
                && schedule.startOn(today)
                        .filter(start -> start.plus(limits.patrolTakesAtMost()).isBefore(now))
                        .isPresent();
    }
}
