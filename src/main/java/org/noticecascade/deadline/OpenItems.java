package org.noticecascade.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noticecascade.notice.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What mails speak of, as it is now: whatever was done since a reminder was written is not among it. */
@Repository
public class OpenItems {
    private static final String FROM = """
              from assignment a
              join notice n on n.id = a.notice_id
              join unit u on u.code = a.unit_code
            """;

    private static final String COLUMNS = """
            select distinct a.id, a.notice_id, a.unit_code, u.name as unit_name, a.stage, a.due_date, a.light,
                   n.document_number, n.title, u.parent_code,
                   case when exists (select 1 from escalation o where o.assignment_id = a.id and o.stage = a.stage
                                        and o.round = a.round and o.status = 'OPEN') then 1 else 0 end as escalated
            """;

    private static final String SUPERVISED = """
            select p.unit_code from person p
              join person_role pr on pr.user_id = p.user_id and pr.role = 'SUPERVISOR'
             where p.user_id = :user and p.active""";

    /** Escalations that a unit has to handle and its supervisors have not been told of. */
    private static final String ESCALATED = """
              join escalation e on e.assignment_id = a.id and e.stage = a.stage and e.round = a.round
                   and e.status = 'OPEN'
             where u.parent_code = :unit and a.due_date is not null and e.opened_at > cast(:since as timestamp(3) with time zone)
            """;

    /** Once said and still open, something need not be said again; what was written after the last digest was not. */
    private static final int LOOKS_BACK_DAYS = 30;

    private static final String TOLD = """
              join reminder r on r.assignment_id = a.id and r.stage = a.stage and r.round = a.round
              join person p on p.unit_code = r.target_unit and p.user_id = :user and p.active
              join person_role pr on pr.user_id = p.user_id and pr.role = r.target_role
             where a.due_date is not null
               and r.on_day between :earliest and :day
               and (r.on_day = :day or r.made_at > cast(:since as timestamp(3) with time zone))
            """;

    private final JdbcClient jdbc;

    OpenItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One stage of one unit that is due.
     *
     * @param superior code of the unit above
     * @param escalated whether the stage has become a task of that unit's supervisors
     */
    public record OpenItem(
            long assignmentId,
            String businessKey,
            String unitName,
            Stage stage,
            LocalDate due,
            String light,
            String noticeNumber,
            String noticeTitle,
            @Nullable String superior,
            boolean escalated) {}

    /** Somebody above has urged a unit by hand. */
    public record Urge(String userId, OffsetDateTime at) {}

    /**
     * What a person is to be told of and is still to be done, in the same stage and round: whatever was written for
     * that day, or since their last digest, and what their unit has to decide on since.
     *
     * @param lastTold when their last digest was taken to be written
     */
    public List<OpenItem> toldOn(LocalDate day, String userId, Instant lastTold) {
        Map<Long, OpenItem> items = new LinkedHashMap<>();
        told(jdbc.sql(COLUMNS + FROM + TOLD + " order by a.due_date, a.id"), day, userId, lastTold)
                .query(OpenItems::item)
                .list()
                .forEach(item -> items.put(item.assignmentId(), item));
        unitSupervisedBy(userId)
                .map(unit -> jdbc.sql(COLUMNS + FROM + ESCALATED + " order by a.due_date, a.id")
                        .param("unit", unit)
                        .param("since", lastTold.atOffset(ZoneOffset.UTC))
                        .query(OpenItems::item)
                        .list())
                .orElse(List.of())
                .forEach(item -> items.putIfAbsent(item.assignmentId(), item));
        return List.copyOf(items.values());
    }

    /** Asked first: for everybody else, who are most, the escalations of the country need not be looked at. */
    private Optional<String> unitSupervisedBy(String userId) {
        return jdbc.sql(SUPERVISED).param("user", userId).query(String.class).optional();
    }

    /** The last urge of each unit's part that is among what {@link #toldOn} says, by assignment. */
    public Map<Long, Urge> urgesToldOn(LocalDate day, String userId, Instant lastTold) {
        Map<Long, Urge> urges = new HashMap<>();
        told(
                        jdbc.sql(
                                "select a.id, r.made_by, r.made_at" + FROM + TOLD
                                        + " and r.kind = 'URGE' and r.made_at is not null and r.made_by is not null order by r.made_at"),
                        day,
                        userId,
                        lastTold)
                .query(row -> {
                    urges.put(
                            row.getLong("id"),
                            new Urge(row.getString("made_by"), row.getObject("made_at", OffsetDateTime.class)));
                });
        return urges;
    }

    private static JdbcClient.StatementSpec told(
            JdbcClient.StatementSpec sql, LocalDate day, String userId, Instant lastTold) {
        return sql.param("user", userId)
                .param("day", day)
                .param("earliest", day.minusDays(LOOKS_BACK_DAYS))
                .param("since", lastTold.atOffset(ZoneOffset.UTC));
    }

    /** One unit's stage; empty once it has no due date any more. */
    public Optional<OpenItem> of(long assignmentId) {
        return jdbc.sql(COLUMNS + FROM + " where a.id = :id and a.due_date is not null")
                .param("id", assignmentId)
                .query(OpenItems::item)
                .optional();
    }

    private static OpenItem item(ResultSet row, int number) throws SQLException {
        return new OpenItem(
                row.getLong("id"),
                row.getLong("notice_id") + "/" + row.getString("unit_code"),
                row.getString("unit_name"),
                Stage.valueOf(row.getString("stage")),
                row.getObject("due_date", LocalDate.class),
                row.getString("light"),
                row.getString("document_number"),
                row.getString("title"),
                row.getString("parent_code"),
                row.getInt("escalated") > 0);
    }
}
