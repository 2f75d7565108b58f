package org.noticecascade.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** When mail may leave: on working days between two times of day; never at night, never on days off. */
@Component
public class QuietHours {
    /** No arrangement has this many days off in a row. */
    private static final int LONGEST_BREAK_DAYS = 60;

    private final MailProperties.Hours hours;
    private final ObjectProvider<WorkdayCheck> workdays;
    private final Clock clock;

    QuietHours(MailProperties properties, ObjectProvider<WorkdayCheck> workdays, Clock clock) {
        this.hours = properties.hours();
        this.workdays = workdays;
        this.clock = clock;
    }

    /** Whether mail may leave at that moment. */
    public boolean mayMail(Instant at) {
        LocalDateTime local = at.atZone(clock.getZone()).toLocalDateTime();
        LocalTime time = local.toLocalTime();
        return isMailDay(local.toLocalDate()) && !time.isBefore(hours.from()) && time.isBefore(hours.until());
    }

    /** That moment, or the next one at which mail may leave. */
    public Instant nextOpening(Instant at) {
        if (mayMail(at)) {
            return at;
        }
        ZonedDateTime local = at.atZone(clock.getZone());
        LocalDate first = local.toLocalTime().isBefore(hours.from())
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return first.datesUntil(first.plusDays(LONGEST_BREAK_DAYS))
                .filter(this::isMailDay)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No working day in %d days after %s. Check the calendar.".formatted(LONGEST_BREAK_DAYS, at)))
                .atTime(hours.from())
                .atZone(clock.getZone())
                .toInstant();
    }

    /** Whether the calendar is there; without it nothing may be mailed on working days only. */
    boolean isUsable() {
        return !hours.workdaysOnly() || workdays.getIfAvailable() != null;
    }

    private boolean isMailDay(LocalDate day) {
        return !hours.workdaysOnly() || workdays.getObject().isWorkday(day);
    }
}
