package org.noticecascade.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.directory.Level;
import org.noticecascade.mail.MailCircuit;
import org.noticecascade.mail.Outbox;
import org.noticecascade.notice.Stage;
import org.noticecascade.operation.Figures.Jobs;
import org.noticecascade.operation.Figures.LastPatrol;
import org.noticecascade.operation.Figures.Open;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the figures, with five grouped statements. Whoever asks often asks {@link LatestFigures}. */
@Repository
class Readings {
    /** Few rows, however many units: by level, stage and due date. */
    private static final String OPEN = """
            select a.level, a.stage, a.due_date, count(*) as n
              from assignment a
             where a.notice_id in (select id from notice where status = 'ISSUED')
               and a.stage not in ('DELIVERED', 'MISSED', 'WAIVED')
             group by a.level, a.stage, a.due_date""";

    /** The engine keeps its moments without a zone, in that of the service. */
    private static final String JOBS = """
            select coalesce(sum(case when retries_ > 0 and coalesce(duedate_, create_time_) <= :now then 1 else 0 end), 0) as due,
                   coalesce(sum(case when retries_ > 0 and coalesce(duedate_, create_time_) > :now then 1 else 0 end), 0) as later,
                   coalesce(sum(case when retries_ <= 0 then 1 else 0 end), 0) as failed,
                   min(case when retries_ > 0 then coalesce(duedate_, create_time_) end) as oldest
              from ACT_RU_JOB where suspension_state_ = 1""";

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final MailCircuit circuit;
    private final Clock clock;

    Readings(JdbcClient jdbc, Outbox outbox, MailCircuit circuit, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.circuit = circuit;
        this.clock = clock;
    }

    /** Reads everything now. */
    Figures read() {
        return new Figures(
                clock.instant(),
                open(),
                jobs(),
                outbox.counts(),
                circuit.trouble().orElse(null),
                lastPatrol(),
                jdbc.sql("select count(*) from unit where active")
                        .query(Long.class)
                        .single());
    }

    private List<Open> open() {
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql(OPEN).query((row, number) -> open(row, today)).list();
    }

    private static Open open(ResultSet row, LocalDate today) throws SQLException {
        Stage stage = Stage.valueOf(row.getString("stage"));
        LocalDate due = row.getObject("due_date", LocalDate.class);
        long late = due == null || !stage.isOwnWork() ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, today));
        return new Open(Level.valueOf(row.getString("level")), stage, late, row.getLong("n"));
    }

    private Jobs jobs() {
        LocalDateTime now = LocalDateTime.now(clock);
        return jdbc.sql(JOBS)
                .param("now", now)
                .query((row, number) -> new Jobs(
                        row.getLong("due"),
                        row.getLong("later"),
                        row.getLong("failed"),
                        waited(row.getObject("oldest", LocalDateTime.class), now)))
                .single();
    }

    private static long waited(@Nullable LocalDateTime oldest, LocalDateTime now) {
        return oldest == null ? 0 : Math.max(0, Duration.between(oldest, now).toSeconds());
    }

    private @Nullable LastPatrol lastPatrol() {
        return jdbc.sql("select on_day, started_at, finished_at from patrol order by on_day desc limit 1")
                .query((row, number) -> {
                    OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
                    return new LastPatrol(
                            row.getObject("on_day", LocalDate.class),
                            row.getObject("started_at", OffsetDateTime.class).toInstant(),
                            finished == null ? null : finished.toInstant());
                })
                .optional()
                .orElse(null);
    }
}
