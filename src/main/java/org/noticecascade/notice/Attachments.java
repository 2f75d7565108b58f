package org.noticecascade.notice;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.noticecascade.CurrentUser;
import org.noticecascade.FileNames;
import org.noticecascade.NewRow;
import org.noticecascade.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Files as they were uploaded, in our own table: the engine's attachments check no permission. */
@Repository
public class Attachments {
    private static final String HEAD =
            "select id, notice_id, file_name, media_type, size_bytes, sha256, uploaded_by, uploaded_at from attachment ";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CurrentUser user;
    private final DraftQuota quota;

    Attachments(JdbcClient jdbc, Clock clock, CurrentUser user, DraftQuota quota) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.user = user;
        this.quota = quota;
    }

    /**
     * Stores a file that belongs to no notice yet and returns its id.
     *
     * @throws Refusal if the person has many of these already
     */
    @Transactional
    public long store(String fileName, String mediaType, byte[] content) {
        quota.requireRoomForDocument(user.id());
        return NewRow.idOf(jdbc.sql("""
                        insert into attachment (file_name, media_type, size_bytes, sha256, content, uploaded_by, uploaded_at)
                        values (:name, :type, :size, :hash, :content, :by, :at)""")
                .param("name", cleaned(fileName))
                .param("type", mediaType)
                .param("size", content.length)
                .param("hash", sha256(content))
                .param("content", content)
                .param("by", user.id())
                .param("at", OffsetDateTime.now(clock)));
    }

    public Optional<Attachment> find(long id) {
        return jdbc.sql(HEAD + "where id = :id")
                .param("id", id)
                .query(Attachments::attachment)
                .optional();
    }

    public List<Attachment> of(long noticeId) {
        return jdbc.sql(HEAD + "where notice_id = :id order by id")
                .param("id", noticeId)
                .query(Attachments::attachment)
                .list();
    }

    public byte[] contentOf(long id) {
        return jdbc.sql("select content from attachment where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    /** Gives a file to a notice; false if another one has it already. */
    boolean belongsTo(long id, long noticeId) {
        return jdbc.sql("update attachment set notice_id = :notice where id = :id and notice_id is null")
                        .param("notice", noticeId)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** A name that is safe as a file name and in a header: no folders, no control characters, no line separators. */
    static String cleaned(String fileName) {
        String name = FileNames.bare(fileName);
        return name.isEmpty() || name.equals(".") || name.equals("..") ? "未命名" : name;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    private static Attachment attachment(ResultSet row, int number) throws SQLException {
        return new Attachment(
                row.getLong("id"),
                row.getObject("notice_id", Long.class),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size_bytes"),
                row.getString("sha256"),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class));
    }
}
