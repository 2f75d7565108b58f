package org.noticecascade;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.platform.CascadeClock;

/** Moves the service's and the engine's clock. */
public class TestTime {
    /** A Wednesday, 9:30 in Beijing. */
    public static final LocalDate START = LocalDate.of(2026, 3, 4);

    private final CascadeClock clock;
    private final WorkingCalendar calendar;

    TestTime(CascadeClock clock, WorkingCalendar calendar) {
        this.clock = clock;
        this.calendar = calendar;
    }

    public void backToStart() {
        moveTo(START);
    }

    /** Sets the clock to 9:30 of that day; it goes on ticking. */
    public void moveTo(LocalDate day) {
        clock.shiftBy(Duration.ZERO);
        ZoneId zone = clock.getZone();
        clock.shiftBy(Duration.between(
                        clock.instant(),
                        day.atTime(LocalTime.of(9, 30)).atZone(zone).toInstant())
                .truncatedTo(ChronoUnit.MILLIS));
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The day {@code n} working days from today. */
    public LocalDate inWorkingDays(int n) {
        return calendar.days().plus(today(), n);
    }

    public void reset() {
        clock.shiftBy(Duration.ZERO);
    }
}
