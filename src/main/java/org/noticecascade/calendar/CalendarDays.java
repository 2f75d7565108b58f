package org.noticecascade.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables {@code calendar_day} and {@code calendar_year}.
 *
 * <p>All days of one arrangement carry the same {@code source}, those in the December before as well, so that an
 * arrangement that is entered, or amended during the year, replaces exactly its own days.
 */
@Repository
class CalendarDays {
    private final JdbcClient jdbc;

    CalendarDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CalendarDay> all() {
        return jdbc.sql("select on_date, kind, name, source from calendar_day order by on_date")
                .query((row, number) -> new CalendarDay(
                        row.getObject("on_date", LocalDate.class),
                        CalendarDay.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("source")))
                .list();
    }

    /** The years whose arrangement is published. */
    Set<Integer> completeYears() {
        return new HashSet<>(jdbc.sql("select for_year from calendar_year where status = 'COMPLETE'")
                .query(Integer.class)
                .list());
    }
}
