package org.noticecascade.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.noticecascade.NewRow;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Stage;
import org.noticecascade.notice.StageLeft;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All escalations, one per assignment, stage and round. */
@Repository
public class Escalations {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final CurrentUser user;

    Escalations(JdbcClient jdbc, Clock clock, CurrentUser user) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.user = user;
    }

    long open(Assignment unit) {
        return NewRow.idOf(jdbc.sql("""
                        insert into escalation (assignment_id, stage, round, status, opened_at)
                        values (:unit, :stage, :round, 'OPEN', :now)""")
                .param("unit", unit.id())
                .param("stage", unit.stage().name())
                .param("round", unit.round())
                .param("now", OffsetDateTime.now(clock)));
    }

    void started(long id, String instanceId) {
        jdbc.sql("update escalation set instance_id = :instance where id = :id")
                .param("instance", instanceId)
                .param("id", id)
                .update();
    }

    /** The escalation of that id, which has to exist. */
    public Escalation get(long id) {
        return jdbc.sql("select * from escalation where id = :id")
                .param("id", id)
                .query(Escalations::escalation)
                .single();
    }

    /** The escalation a process instance is about; not asked of a variable, which people can overwrite. */
    public Escalation at(String instanceId) {
        return jdbc.sql("select * from escalation where instance_id = :instance")
                .param("instance", instanceId)
                .query(Escalations::escalation)
                .single();
    }

    /** The process of an escalation; {@code null} if none was started. */
    public @Nullable String instanceOf(long id) {
        return jdbc.sql("select instance_id from escalation where id = :id")
                .param("id", id)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    /** All escalations of a unit's part, oldest first. */
    public List<Escalation> of(long assignmentId) {
        return jdbc.sql("select * from escalation where assignment_id = :id order by id")
                .param("id", assignmentId)
                .query(Escalations::escalation)
                .list();
    }

    /** Ends an open escalation; false if it had ended. */
    boolean end(long id, Escalation.Status status, @Nullable String reason) {
        return jdbc.sql("""
                        update escalation set status = :status, closed_at = :now, decided_by = :by, reason = :reason
                         where id = :id and status = 'OPEN'""")
                        .param("status", status.name())
                        .param("now", OffsetDateTime.now(clock))
                        .param("by", user.id())
                        .param("reason", reason)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Process instances of open escalations of the stage that was left. */
    public List<String> instancesOf(StageLeft left) {
        return jdbc.sql("""
                        select instance_id from escalation
                         where assignment_id = :id and stage = :stage and round = :round and status = 'OPEN'
                           and instance_id is not null""")
                .param("id", left.assignmentId())
                .param("stage", left.stage().name())
                .param("round", left.round())
                .query(String.class)
                .list();
    }

    /**
     * Ends all escalations of a notice, whose parts the caller has locked; returns the process instances that were under
     * way.
     */
    public List<String> endAllOf(long noticeId) {
        List<String> instances =
                jdbc.sql("""
                        select e.instance_id from escalation e join assignment a on a.id = e.assignment_id
                         where a.notice_id = :notice and e.status = 'OPEN' and e.instance_id is not null""").param("notice", noticeId).query(String.class).list();
        jdbc.sql("""
                        update escalation set status = :status, closed_at = :now, decided_by = :by
                         where status = 'OPEN' and assignment_id in (select id from assignment where notice_id = :notice)""")
                .param("status", Escalation.Status.NOTICE_CLOSED.name())
                .param("now", OffsetDateTime.now(clock))
                .param("by", user.id())
                .param("notice", noticeId)
                .update();
        return instances;
    }

    private static Escalation escalation(ResultSet row, int number) throws SQLException {
        return new Escalation(
                row.getLong("id"),
                row.getLong("assignment_id"),
                Stage.valueOf(row.getString("stage")),
                row.getInt("round"),
                Escalation.Status.valueOf(row.getString("status")));
    }
}
