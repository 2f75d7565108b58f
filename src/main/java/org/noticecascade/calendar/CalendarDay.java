package org.noticecascade.calendar;

import java.time.LocalDate;

/**
 * One day that an arrangement names, against what its day of the week would say.
 *
 * @param name the holiday it belongs to, for a make-up day too, for example 国庆节
 * @param source the arrangement it comes from; a day at the end of December may belong to the next year's
 */
public record CalendarDay(LocalDate date, Kind kind, String name, String source) {

    /** Day off or day worked, as stored. */
    public enum Kind {
        OFF,
        WORK
    }
}
