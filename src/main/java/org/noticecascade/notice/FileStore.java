package org.noticecascade.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import org.noticecascade.CurrentUser;
import org.noticecascade.NewRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Large files in pieces: one piece is in memory at a time, going in and coming out. */
@Repository
class FileStore {
    static final int PIECE_BYTES = 1024 * 1024;
    private static final String NOT_YET = "0".repeat(64);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CurrentUser user;

    FileStore(JdbcClient jdbc, Clock clock, CurrentUser user) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.user = user;
    }

    /** Stores a file in the caller's transaction and returns its id. */
    long store(String fileName, String mediaType, InputStream content) throws IOException {
        long id = head(fileName, mediaType);
        MessageDigest digest = sha256();
        long size = 0;
        int position = 0;
        for (byte[] piece = content.readNBytes(PIECE_BYTES);
                piece.length > 0;
                piece = content.readNBytes(PIECE_BYTES)) {
            digest.update(piece);
            size += piece.length;
            jdbc.sql("insert into attachment_part (attachment_id, position, content) values (:id, :position, :content)")
                    .param("id", id)
                    .param("position", position++)
                    .param("content", piece)
                    .update();
        }
        jdbc.sql("update attachment set size_bytes = :size, sha256 = :hash where id = :id")
                .param("size", size)
                .param("hash", HexFormat.of().formatHex(digest.digest()))
                .param("id", id)
                .update();
        return id;
    }

    private long head(String fileName, String mediaType) {
        return NewRow.idOf(jdbc.sql("""
                        insert into attachment (file_name, media_type, size_bytes, sha256, uploaded_by, uploaded_at)
                        values (:name, :type, 0, :hash, :by, :at)""")
                .param("name", Attachments.cleaned(fileName))
                .param("type", mediaType)
                .param("hash", NOT_YET)
                .param("by", user.id())
                .param("at", OffsetDateTime.now(clock)));
    }

    /** Writes a file out, asking for one piece after the other: no connection waits for a slow reader. */
    void copy(long id, OutputStream out) throws IOException {
        int position = 0;
        for (Optional<byte[]> piece = piece(id, 0); piece.isPresent(); piece = piece(id, ++position)) {
            out.write(piece.get());
        }
    }

    private Optional<byte[]> piece(long id, int position) {
        return jdbc.sql("select content from attachment_part where attachment_id = :id and position = :position")
                .param("id", id)
                .param("position", position)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    void delete(long id) {
        jdbc.sql("delete from attachment_part where attachment_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from attachment where id = :id").param("id", id).update();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
