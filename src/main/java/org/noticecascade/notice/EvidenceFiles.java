package org.noticecascade.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which files belong to which versions. */
@Repository
class EvidenceFiles {
    private static final String SELECT = """
            select a.id, s.kind, s.version, a.file_name, a.media_type, a.size_bytes, a.sha256, a.uploaded_by, a.uploaded_at
              from submission s
              join submission_file f on f.submission_id = s.id
              join attachment a on a.id = f.attachment_id
            """;

    private final JdbcClient jdbc;

    EvidenceFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Files of the versions of a unit's part, newest version first, in the order they came. */
    List<EvidenceFile> of(long assignmentId, boolean drafts) {
        return jdbc.sql(SELECT + "where s.assignment_id = :id and " + counted(drafts)
                        + " order by s.kind, s.version desc, a.id")
                .param("id", assignmentId)
                .query(EvidenceFiles::file)
                .list();
    }

    /** The same, each file once. */
    List<EvidenceFile> distinctOf(long assignmentId) {
        Set<Long> seen = new HashSet<>();
        return of(assignmentId, true).stream()
                .filter(file -> seen.add(file.id()))
                .toList();
    }

    /** Until the caller's transaction ends nobody else adds to that unit's part, of whatever kind. */
    void lockPart(long assignmentId) {
        jdbc.sql("select id from assignment where id = :id for update")
                .param("id", assignmentId)
                .query(Long.class)
                .single();
    }

    /** A file of any of these versions of that unit's part. */
    Optional<EvidenceFile> find(long assignmentId, long fileId, boolean drafts) {
        return jdbc.sql(SELECT + "where s.assignment_id = :id and a.id = :file and " + counted(drafts)
                        + " order by s.version desc limit 1")
                .param("id", assignmentId)
                .param("file", fileId)
                .query(EvidenceFiles::file)
                .optional();
    }

    /** What is handed in has the agreement of the unit's lead. */
    private static String counted(boolean drafts) {
        return drafts ? "1 = 1" : "s.approved_by is not null";
    }

    List<EvidenceFile> in(Submission version) {
        return jdbc.sql(SELECT + "where s.id = :id order by a.id")
                .param("id", version.id())
                .query(EvidenceFiles::file)
                .list();
    }

    void add(Submission version, long fileId) {
        jdbc.sql("insert into submission_file (submission_id, attachment_id) values (:version, :file)")
                .param("version", version.id())
                .param("file", fileId)
                .update();
    }

    /** Takes a file out of a version; answers whether no version has it any more. */
    boolean remove(Submission version, long fileId) {
        jdbc.sql("delete from submission_file where submission_id = :version and attachment_id = :file")
                .param("version", version.id())
                .param("file", fileId)
                .update();
        return jdbc.sql("select count(*) from submission_file where attachment_id = :file")
                        .param("file", fileId)
                        .query(Long.class)
                        .single()
                == 0;
    }

    private static EvidenceFile file(ResultSet row, int number) throws SQLException {
        return new EvidenceFile(
                row.getLong("id"),
                Submission.Kind.valueOf(row.getString("kind")),
                row.getInt("version"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size_bytes"),
                row.getString("sha256"),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class));
    }
}
