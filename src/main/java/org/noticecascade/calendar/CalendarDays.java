package org.noticecascade.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

    /** Replaces the days of one arrangement. */
    void replace(String source, List<CalendarDay> days) {
        jdbc.sql("delete from calendar_day where source = :source")
                .param("source", source)
                .update();
        for (CalendarDay day : days) {
            jdbc.sql("insert into calendar_day (on_date, kind, name, source) values (:date, :kind, :name, :source)")
                    .param("date", day.date())
                    .param("kind", day.kind().name())
                    .param("name", day.name())
                    .param("source", source)
                    .update();
        }
    }

    /** Notes that the arrangement of a year is known. */
    void complete(int year, String documentNumber) {
        int known = jdbc.sql("""
                        update calendar_year set status = 'COMPLETE', document_number = :number where for_year = :year""")
                .param("number", documentNumber)
                .param("year", year)
                .update();
        if (known == 0) {
            jdbc.sql(
                            "insert into calendar_year (for_year, status, document_number) values (:year, 'COMPLETE', :number)")
                    .param("year", year)
                    .param("number", documentNumber)
                    .update();
        }
    }

    /** The document that arranged a year; empty while none has. */
    Optional<String> documentNumberOf(int year) {
        return jdbc.sql("select document_number from calendar_year where for_year = :year and status = 'COMPLETE'")
                .param("year", year)
                .query(String.class)
                .optional();
    }

    /** The years whose arrangement is published. */
    Set<Integer> completeYears() {
        return new HashSet<>(jdbc.sql("select for_year from calendar_year where status = 'COMPLETE'")
                .query(Integer.class)
                .list());
    }
}
