package org.noticecascade.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.NewRow;
import org.noticecascade.Refusal;
import org.noticecascade.directory.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The heads of all notices. */
@Repository
public class Notices {
    /** All but the text, which is long. */
    private static final String HEAD = """
            select id, status, version, document_number, title, issuer, addressees, issue_date, contact, urgency, down_to,
                   created_by, issued_at, closed_at, closed_with_gaps from notice n
            """;

    private final JdbcClient jdbc;

    Notices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens an empty draft and returns its id. */
    long open(String body, String createdBy, OffsetDateTime at) {
        return NewRow.idOf(
                jdbc.sql("insert into notice (status, body, created_by, created_at) values ('DRAFT', :body, :by, :at)")
                        .param("body", body)
                        .param("by", createdBy)
                        .param("at", at));
    }

    /**
     * Returns the notice.
     *
     * @throws Refusal if there is none with that id
     */
    public Notice get(long id) {
        return jdbc.sql(HEAD + " where id = :id")
                .param("id", id)
                .query(Notices::notice)
                .optional()
                .orElseThrow(() -> unknown(id));
    }

    /**
     * The same as it is now, and stays until the caller's transaction ends.
     *
     * @throws Refusal if there is none with that id
     */
    Notice locked(long id) {
        jdbc.sql("select id from notice where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .list();
        return get(id);
    }

    static Refusal unknown(long id) {
        return Refusal.notFound("没有编号为 %d 的通知。".formatted(id), "No notice " + id);
    }

    /** The text as it was uploaded or pasted. */
    public String bodyOf(long id) {
        return jdbc.sql("select body from notice where id = :id")
                .param("id", id)
                .query((row, number) -> row.getString(1))
                .single();
    }

    /** Newest first. {@code issuedTo} keeps only notices in which that unit or one below it has a part. */
    public List<Notice> page(@Nullable List<String> issuedTo, int offset, int limit) {
        return jdbc.sql(HEAD + " where " + visible(issuedTo) + " order by id desc limit :limit offset :offset")
                .param("units", issuedTo == null ? List.of("") : issuedTo)
                .param("limit", limit)
                .param("offset", offset)
                .query(Notices::notice)
                .list();
    }

    public long count(@Nullable List<String> issuedTo) {
        return jdbc.sql("select count(*) from notice n where " + visible(issuedTo))
                .param("units", issuedTo == null ? List.of("") : issuedTo)
                .query(Long.class)
                .single();
    }

    private static String visible(@Nullable List<String> issuedTo) {
        return issuedTo == null
                ? "'' in (:units)"
                : "exists (select 1 from assignment a where a.notice_id = n.id and a.unit_code in (:units))";
    }

    /** Whether another notice that has left its draft carries this number. */
    boolean numberIsTaken(String documentNumber, long except) {
        return jdbc.sql("""
                        select count(*) from notice
                         where document_number = :number and id <> :id and status not in ('DRAFT', 'SIGNING')""")
                        .param("number", documentNumber)
                        .param("id", except)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void save(Notice notice) {
        jdbc.sql("""
                        update notice set document_number = :number, title = :title, issuer = :issuer,
                               addressees = :addressees, issue_date = :issued, contact = :contact,
                               urgency = :urgency, down_to = :downTo
                         where id = :id""")
                .param("number", notice.documentNumber())
                .param("title", notice.title())
                .param("issuer", notice.issuer())
                .param("addressees", notice.addressees())
                .param("issued", notice.issueDate())
                .param("contact", notice.contact())
                .param("urgency", notice.urgency().name())
                .param("downTo", notice.downTo().name())
                .param("id", notice.id())
                .update();
    }

    /** Moves the notice on; {@code false} if it was not in {@code from} any more. */
    boolean advance(long id, NoticeStatus from, NoticeStatus to) {
        return jdbc.sql("update notice set status = :to where id = :id and status = :from")
                        .param("to", to.name())
                        .param("id", id)
                        .param("from", from.name())
                        .update()
                == 1;
    }

    void nextVersion(long id) {
        jdbc.sql("update notice set version = version + 1 where id = :id")
                .param("id", id)
                .update();
    }

    void issuedAt(long id, OffsetDateTime at) {
        jdbc.sql("update notice set issued_at = :at where id = :id")
                .param("at", at)
                .param("id", id)
                .update();
    }

    void closedAt(long id, OffsetDateTime at, boolean withGaps) {
        jdbc.sql("update notice set closed_at = :at, closed_with_gaps = :gaps where id = :id")
                .param("at", at)
                .param("gaps", withGaps)
                .param("id", id)
                .update();
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getLong("id"),
                NoticeStatus.valueOf(row.getString("status")),
                row.getInt("version"),
                row.getString("document_number"),
                row.getString("title"),
                row.getString("issuer"),
                row.getString("addressees"),
                row.getObject("issue_date", LocalDate.class),
                row.getString("contact"),
                Urgency.valueOf(row.getString("urgency")),
                Level.valueOf(row.getString("down_to")),
                row.getString("created_by"),
                row.getObject("issued_at", OffsetDateTime.class),
                row.getObject("closed_at", OffsetDateTime.class),
                row.getBoolean("closed_with_gaps"));
    }
}
