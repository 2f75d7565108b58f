package org.noticecascade.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A year as it would be with an arrangement.
 *
 * @param problems nothing is saved while there are any
 * @param months January to December
 */
public record ArrangementPreview(int year, List<ArrangementProblem> problems, List<Month> months) {

    /** One month, from its first to its last day. */
    public record Month(int month, List<Day> days) {}

    /** One day of the grid. */
    public record Day(
            LocalDate date,
            DayKind kind,
            String kindLabel,
            @Nullable String name) {}
}
