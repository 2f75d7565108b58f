package org.noticecascade.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One row per patrolled day; the cursor in it lets an interrupted sweep go on where it stopped. */
@Repository
public class Patrols {
    private final JdbcClient jdbc;
    private final Clock clock;

    Patrols(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Opens the day's patrol. Nested, so that the caller's transaction survives a node that comes second.
     *
     * @throws org.springframework.dao.DuplicateKeyException if the day has its patrol
     */
    @Transactional(propagation = Propagation.NESTED)
    public void open(LocalDate day) {
        jdbc.sql("""
                        insert into patrol (on_day, status, since_day, started_at)
                        values (:day, 'RUNNING', (select max(p.on_day) from patrol p where p.on_day < :day and p.status = 'DONE'), :now)""").param("day", day).param("now", OffsetDateTime.now(clock)).update();
    }

    /** The day's patrol, if there was one. */
    public Optional<Patrol> find(LocalDate day) {
        return jdbc.sql("select * from patrol where on_day = :day")
                .param("day", day)
                .query(Patrols::patrol)
                .optional();
    }

    /** The day's patrol, which has to be open at this point of the process. */
    public Patrol get(LocalDate day) {
        return find(day).orElseThrow(() -> new IllegalStateException("There is no patrol of %s".formatted(day)));
    }

    /** Whether a later day has its patrol already; one of the future, left by a clock that was wrong, does not count. */
    boolean isOvertaken(LocalDate day) {
        return jdbc.sql("select count(*) from patrol where on_day > :day and on_day <= :today")
                        .param("day", day)
                        .param("today", LocalDate.now(clock))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Notes how far the sweep has come. */
    void advance(LocalDate day, long cursor, int swept, int reminded) {
        jdbc.sql("""
                        update patrol set cursor_id = :cursor, swept = swept + :swept, reminded = reminded + :reminded
                         where on_day = :day""")
                .param("cursor", cursor)
                .param("swept", swept)
                .param("reminded", reminded)
                .param("day", day)
                .update();
    }

    /** Notes how far the escalations have come. */
    void escalatedUpTo(LocalDate day, long cursor) {
        jdbc.sql("update patrol set escalation_cursor = :cursor where on_day = :day")
                .param("cursor", cursor)
                .param("day", day)
                .update();
    }

    /** The patrol is over. */
    public void close(LocalDate day) {
        jdbc.sql("update patrol set status = 'DONE', finished_at = :now where on_day = :day")
                .param("now", OffsetDateTime.now(clock))
                .param("day", day)
                .update();
    }

    private static Patrol patrol(ResultSet row, int number) throws SQLException {
        return new Patrol(
                row.getObject("on_day", LocalDate.class),
                "DONE".equals(row.getString("status")),
                row.getObject("since_day", LocalDate.class),
                row.getLong("cursor_id"),
                row.getInt("swept"),
                row.getInt("reminded"),
                row.getLong("escalation_cursor"));
    }
}
