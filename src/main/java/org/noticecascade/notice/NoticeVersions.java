package org.noticecascade.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a notice looked like each time it was sent for signature, and what came of it. */
@Repository
public class NoticeVersions {
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final CurrentUser user;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    NoticeVersions(
            JdbcClient jdbc, ObjectMapper json, CurrentUser user, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.user = user;
        this.clock = clock;
        this.events = events;
    }

    /**
     * One version.
     *
     * @param snapshot head, addressees and due dates as JSON
     * @param approved {@code null} while undecided
     */
    public record NoticeVersion(
            int version,
            String snapshot,
            String submittedBy,
            OffsetDateTime submittedAt,
            @Nullable String decidedBy,
            @Nullable OffsetDateTime decidedAt,
            @Nullable Boolean approved,
            @Nullable String returnReason) {

        /** The same with each user id replaced by what {@code names} says of it. */
        public NoticeVersion named(UnaryOperator<String> names) {
            return new NoticeVersion(
                    version,
                    snapshot,
                    names.apply(submittedBy),
                    submittedAt,
                    decidedBy == null ? null : names.apply(decidedBy),
                    decidedAt,
                    approved,
                    returnReason);
        }
    }

    void keep(Notice notice, List<String> addressees, List<Due> dues) {
        jdbc.sql("""
                        insert into notice_version (notice_id, version, snapshot, submitted_by, submitted_at)
                        values (:notice, :version, :snapshot, :by, :at)""")
                .param("notice", notice.id())
                .param("version", notice.version())
                .param("snapshot", written(Map.of("notice", notice, "addressees", addressees, "dues", dues)))
                .param("by", user.id())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    void decide(long noticeId, int version, boolean approved, @Nullable String reason) {
        jdbc.sql("""
                        update notice_version
                           set decided_by = :by, decided_at = :at, approved = :approved, return_reason = :reason
                         where notice_id = :notice and version = :version""")
                .param("by", user.id())
                .param("at", OffsetDateTime.now(clock))
                .param("approved", approved)
                .param("reason", reason)
                .param("notice", noticeId)
                .param("version", version)
                .update();
        if (!approved) {
            events.publishEvent(new NoticeReturned(noticeId, version));
        }
    }

    /** All versions, newest first. */
    public List<NoticeVersion> of(long noticeId) {
        return jdbc.sql("select * from notice_version where notice_id = :id order by version desc")
                .param("id", noticeId)
                .query((row, number) -> new NoticeVersion(
                        row.getInt("version"),
                        row.getString("snapshot"),
                        row.getString("submitted_by"),
                        row.getObject("submitted_at", OffsetDateTime.class),
                        row.getString("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class),
                        row.getObject("approved", Boolean.class),
                        row.getString("return_reason")))
                .list();
    }

    private String written(Map<String, Object> version) {
        try {
            return json.writeValueAsString(version);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A notice version cannot be written as JSON: " + e.getMessage(), e);
        }
    }
}
