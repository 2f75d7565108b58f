package org.noticecascade.notice.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;

/** The end of a due day as the engine keeps it: a moment, in the zone of the service's clock. */
public final class DayEnd {
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private DayEnd() {}

    /** The due date of a task: a list shows the day itself. */
    public static Date ofTask(LocalDate due, Clock clock) {
        return at(due, LAST_SECOND, clock);
    }

    /** When a timer goes off that leaves people the whole day: the following midnight. */
    public static Date ofTimer(LocalDate due, Clock clock) {
        return at(due.plusDays(1), LocalTime.MIDNIGHT, clock);
    }

    private static Date at(LocalDate day, LocalTime time, Clock clock) {
        return Date.from(day.atTime(time).atZone(clock.getZone()).toInstant());
    }
}
