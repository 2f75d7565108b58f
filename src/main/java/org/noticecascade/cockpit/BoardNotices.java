package org.noticecascade.cockpit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noticecascade.notice.NoticeStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notices on the board: issued ones, running or finished, newest first. */
@Repository
public class BoardNotices {
    private static final String SELECT =
            "select n.id, n.status, n.document_number, n.title, n.issue_date, n.issued_at, n.closed_at";

    private final JdbcClient jdbc;

    BoardNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The head of a notice that was issued. */
    public record BoardNotice(
            long id,
            NoticeStatus status,
            @Nullable String documentNumber,
            @Nullable String title,
            @Nullable LocalDate issueDate,
            @Nullable OffsetDateTime issuedAt,
            @Nullable OffsetDateTime closedAt) {}

    /**
     * One page of notices.
     *
     * @param running those under way, otherwise those that are closed
     * @param units only notices one of these units has a part in; {@code null} for all
     */
    public List<BoardNotice> page(boolean running, @Nullable List<String> units, int offset, int limit) {
        Map<String, Object> values = new HashMap<>();
        return jdbc.sql(SELECT + from(running, units, values) + " order by n.id desc limit :limit offset :offset")
                .params(values)
                .param("limit", limit)
                .param("offset", offset)
                .query(BoardNotices::notice)
                .list();
    }

    /** How many notices {@link #page} would find on all pages. */
    public long count(boolean running, @Nullable List<String> units) {
        Map<String, Object> values = new HashMap<>();
        return jdbc.sql("select count(*)" + from(running, units, values))
                .params(values)
                .query(Long.class)
                .single();
    }

    /** The head of the notice of that id, which has to exist. */
    public BoardNotice get(long id) {
        return jdbc.sql(SELECT + " from notice n where n.id = :id")
                .param("id", id)
                .query(BoardNotices::notice)
                .single();
    }

    private static String from(boolean running, @Nullable List<String> units, Map<String, Object> values) {
        String from = " from notice n where n.status in " + (running ? "('ISSUED')" : "('CLOSED', 'ARCHIVED')");
        if (units == null) {
            return from;
        }
        values.put("units", units);
        return from + " and exists (select 1 from assignment a where a.notice_id = n.id and a.unit_code in (:units))";
    }

    private static BoardNotice notice(ResultSet row, int number) throws SQLException {
        return new BoardNotice(
                row.getLong("id"),
                NoticeStatus.valueOf(row.getString("status")),
                row.getString("document_number"),
                row.getString("title"),
                row.getObject("issue_date", LocalDate.class),
                row.getObject("issued_at", OffsetDateTime.class),
                row.getObject("closed_at", OffsetDateTime.class));
    }
}
