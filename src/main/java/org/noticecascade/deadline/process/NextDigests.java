package org.noticecascade.deadline.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.deadline.PatrolProperties;
import org.noticecascade.mail.QuietHours;
import org.springframework.stereotype.Component;

/**
 * When a digest may leave that was put before its day: after that day's patrol, so that what the patrol finds is in it;
 * at the first moment of the day where the patrol is no earlier than the end of mail hours.
 */
@Component
class NextDigests {
    /** The patrol of 44,600 units takes less. */
    private static final Duration PATROL = Duration.ofMinutes(15);

    private final WorkingCalendar calendar;
    private final PatrolProperties patrol;
    private final QuietHours quietHours;
    private final Clock clock;

    NextDigests(WorkingCalendar calendar, PatrolProperties patrol, QuietHours quietHours, Clock clock) {
        this.calendar = calendar;
        this.patrol = patrol;
        this.quietHours = quietHours;
        this.clock = clock;
    }

    LocalDate dayAfter(LocalDate day) {
        return calendar.days().next(day);
    }

    /** That day, or the next working day where its mail hours are over. */
    LocalDate firstFor(LocalDate day) {
        LocalDate opening =
                quietHours.nextOpening(clock.instant()).atZone(clock.getZone()).toLocalDate();
        return opening.isAfter(day) ? dayAfter(day) : day;
    }

    /** The moment from which that day's digest may leave; now where it has passed. */
    Instant at(LocalDate day) {
        Instant planned = planned(day);
        return planned.isBefore(clock.instant()) ? clock.instant() : planned;
    }

    private Instant planned(LocalDate day) {
        Instant nextDay = instant(day.plusDays(1).atStartOfDay());
        return patrol.startOn(day)
                .map(start -> instant(start).plus(PATROL))
                .filter(patrolled -> patrolled.isBefore(nextDay) && quietHours.mayMail(patrolled))
                .orElseGet(() -> quietHours.nextOpening(instant(day.atStartOfDay())));
    }

    private Instant instant(LocalDateTime time) {
        return time.atZone(clock.getZone()).toInstant();
    }
}
