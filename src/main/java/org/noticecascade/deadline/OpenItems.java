package org.noticecascade.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.noticecascade.notice.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What mails speak of, as it is now: whatever was done since a reminder was written is not among it. */
@Repository
public class OpenItems {
    private static final String COLUMNS = """
            select distinct a.id, a.notice_id, a.unit_code, u.name as unit_name, a.stage, a.due_date, a.light,
                   n.document_number, n.title
              from assignment a
              join notice n on n.id = a.notice_id
              join unit u on u.code = a.unit_code
            """;

    private final JdbcClient jdbc;

    OpenItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One stage of one unit that is due. */
    public record OpenItem(
            long assignmentId,
            String businessKey,
            String unitName,
            Stage stage,
            LocalDate due,
            String light,
            String noticeNumber,
            String noticeTitle) {}

    /** What a person is to be told of on that day and is still to be done, in the same stage and round. */
    public List<OpenItem> remindedOn(LocalDate day, String userId) {
        return jdbc.sql(COLUMNS + """
                          join reminder r on r.assignment_id = a.id and r.stage = a.stage and r.round = a.round
                          join person p on p.unit_code = r.target_unit and p.user_id = :user and p.active
                          join person_role pr on pr.user_id = p.user_id and pr.role = r.target_role
                         where r.on_day = :day and a.due_date is not null
                         order by a.due_date, a.id""")
                .param("user", userId)
                .param("day", day)
                .query(OpenItems::item)
                .list();
    }

    /** One unit's stage; empty once it has no due date any more. */
    public Optional<OpenItem> of(long assignmentId) {
        return jdbc.sql(COLUMNS + " where a.id = :id and a.due_date is not null")
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
                row.getString("title"));
    }
}
