package org.noticecascade.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.noticecascade.NewRow;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.GrantedTime;
import org.noticecascade.notice.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All requests for more time. */
@Repository
public class Extensions implements GrantedTime {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final CurrentUser user;

    Extensions(JdbcClient jdbc, Clock clock, CurrentUser user) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.user = user;
    }

    long ask(Assignment unit, String reason, LocalDate fromDue, LocalDate toDue, boolean downwards) {
        return NewRow.idOf(jdbc.sql("""
                        insert into extension (assignment_id, stage, asked_by, asked_at, reason, from_due, to_due,
                                               downwards, status)
                        values (:unit, :stage, :by, :now, :reason, :from, :to, :downwards, 'ASKED')""")
                .param("unit", unit.id())
                .param("stage", unit.stage().name())
                .param("by", user.id())
                .param("now", OffsetDateTime.now(clock))
                .param("reason", reason)
                .param("from", fromDue)
                .param("to", toDue)
                .param("downwards", downwards));
    }

    /** The request of that id, which has to exist. */
    public Extension get(long id) {
        return jdbc.sql("select * from extension where id = :id")
                .param("id", id)
                .query(Extensions::extension)
                .single();
    }

    /** Requests for a unit's part, newest first. */
    public List<Extension> of(long assignmentId) {
        return jdbc.sql("select * from extension where assignment_id = :id order by id desc")
                .param("id", assignmentId)
                .query(Extensions::extension)
                .list();
    }

    /** The request that waits for its decision; there is at most one. */
    public Optional<Extension> asked(long assignmentId) {
        return of(assignmentId).stream()
                .filter(extension -> extension.status() == Extension.Status.ASKED)
                .findFirst();
    }

    /** Parts in the notice with a request that waits for its decision. */
    List<Long> askedIn(long noticeId) {
        return jdbc.sql("""
                        select distinct a.id from extension e join assignment a on a.id = e.assignment_id
                         where a.notice_id = :notice and e.status = 'ASKED' order by a.id""").param("notice", noticeId).query(Long.class).list();
    }

    /** Settles a request; false if it was settled already. */
    boolean settle(long id, Extension.Status status, @Nullable String answer) {
        return jdbc.sql("""
                        update extension set status = :status, decided_by = :by, decided_at = :now, answer = :answer
                         where id = :id and status = 'ASKED'""")
                        .param("status", status.name())
                        .param("by", user.id())
                        .param("now", OffsetDateTime.now(clock))
                        .param("answer", answer)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** From now on whoever is below is due so many working days later in every stage it enters. */
    void moveBelow(long id, int workingDays) {
        jdbc.sql("update extension set granted_days = :days where id = :id")
                .param("days", workingDays)
                .param("id", id)
                .update();
    }

    @Override
    public List<Grant> to(Collection<Long> assignmentIds) {
        return jdbc.sql("""
                        select assignment_id, stage, to_due,
                               case when downwards and granted_days > 0 then granted_days else 0 end as days_below
                          from extension where assignment_id in (:ids) and status = 'GRANTED'""")
                .param("ids", assignmentIds)
                .query((row, number) -> new Grant(
                        row.getLong("assignment_id"),
                        Stage.valueOf(row.getString("stage")),
                        row.getObject("to_due", LocalDate.class),
                        row.getInt("days_below")))
                .list();
    }

    private static Extension extension(ResultSet row, int number) throws SQLException {
        return new Extension(
                row.getLong("id"),
                row.getLong("assignment_id"),
                Stage.valueOf(row.getString("stage")),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class),
                row.getString("reason"),
                row.getObject("from_due", LocalDate.class),
                row.getObject("to_due", LocalDate.class),
                row.getBoolean("downwards"),
                Extension.Status.valueOf(row.getString("status")),
                row.getString("decided_by"),
                row.getObject("decided_at", OffsetDateTime.class),
                row.getString("answer"));
    }
}
