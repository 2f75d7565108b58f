package org.noticecascade.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.noticecascade.CurrentUser;
import org.noticecascade.NewRow;
import org.noticecascade.Refusal;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submission.Status;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The versions of what units hand in. A version only moves forward, and only from the status it should have: the
 * second of two people deciding at once is refused.
 */
@Repository
public class Submissions {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Map<Kind, Work> works = new EnumMap<>(Kind.class);

    Submissions(JdbcClient jdbc, Clock clock, CurrentUser user, List<Work> works, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.user = user;
        this.events = events;
        works.forEach(work -> this.works.put(work.kind(), work));
    }

    /** The contents of that kind of submission. */
    public Work work(Kind kind) {
        Work work = works.get(kind);
        if (work == null) {
            throw new IllegalStateException("No feature keeps submissions of kind " + kind);
        }
        return work;
    }

    /** The version of that id, which has to exist. */
    public Submission get(long id) {
        return jdbc.sql("select * from submission where id = :id")
                .param("id", id)
                .query(Submissions::submission)
                .single();
    }

    /** The version being worked on, opening the first one if there is none. */
    public Submission open(long assignmentId, Kind kind) {
        return current(assignmentId, kind).orElseGet(() -> {
            Submission first = insert(assignmentId, kind, 1);
            work(kind).insert(first.id());
            return first;
        });
    }

    /** The newest version. */
    public Optional<Submission> current(long assignmentId, Kind kind) {
        return versions(assignmentId, kind).stream().findFirst();
    }

    /** The newest version, which has to exist at this point of the process. */
    public Submission expect(long assignmentId, Kind kind) {
        return current(assignmentId, kind)
                .orElseThrow(
                        () -> new IllegalStateException("Assignment %d has no %s yet".formatted(assignmentId, kind)));
    }

    /**
     * The newest version, which stays a draft until the caller's transaction ends: for whoever writes in it, and for
     * whoever checks it and hands it in.
     *
     * @throws Refusal if it has been handed in
     */
    public Submission lockedDraft(long assignmentId, Kind kind) {
        Submission draft = expect(assignmentId, kind);
        lockDraft(draft);
        return draft;
    }

    /** All versions, newest first. */
    public List<Submission> versions(long assignmentId, Kind kind) {
        return jdbc.sql(
                        "select * from submission where assignment_id = :assignment and kind = :kind order by version desc")
                .param("assignment", assignmentId)
                .param("kind", kind.name())
                .query(Submissions::submission)
                .list();
    }

    /** Versions of these units' parts that their leads agreed to, of each kind the oldest first. */
    public List<Submission> handedIn(List<Long> assignmentIds) {
        return jdbc.sql("""
                        select * from submission where assignment_id in (:ids) and approved_by is not null
                         order by assignment_id, kind, version""")
                .param("ids", assignmentIds.isEmpty() ? List.of(-1L) : assignmentIds)
                .query(Submissions::submission)
                .list();
    }

    /** Hands a draft in to the unit's lead. */
    public void submit(Submission draft) {
        move(draft, Status.DRAFT, Status.SUBMITTED, "submitted_by", "submitted_at");
    }

    /** The unit's lead agrees. */
    public void approve(Submission submitted) {
        move(submitted, Status.SUBMITTED, Status.APPROVED, "approved_by", "approved_at");
    }

    /** The superior agrees. */
    public void accept(Submission approved) {
        move(approved, Status.APPROVED, Status.ACCEPTED, "decided_by", "decided_at");
    }

    /**
     * Returns a version and opens the next one as its copy, with the same files.
     *
     * @param from what the returned version should be: submitted for the own lead, approved for the superior
     */
    public Submission sendBack(Submission returned, Status from, String reason) {
        move(returned, from, Status.RETURNED, "decided_by", "decided_at");
        jdbc.sql("update submission set return_reason = :reason where id = :id")
                .param("reason", reason)
                .param("id", returned.id())
                .update();
        Submission next = insert(returned.assignmentId(), returned.kind(), returned.version() + 1);
        work(returned.kind()).copy(returned.id(), next.id());
        copyFiles(returned.id(), next.id());
        events.publishEvent(new SubmissionReturned(returned.assignmentId(), returned.id()));
        return next;
    }

    private void copyFiles(long from, long to) {
        jdbc.sql("""
                        insert into submission_file (submission_id, attachment_id)
                        select cast(:to as bigint), attachment_id from submission_file where submission_id = :from""").param("from", from).param("to", to).update();
    }

    /**
     * Keeps a draft from being handed in until the caller's transaction ends.
     *
     * @throws Refusal if it has been handed in meanwhile
     */
    void lockDraft(Submission draft) {
        boolean open = jdbc.sql("select status from submission where id = :id for update")
                .param("id", draft.id())
                .query((row, number) -> Status.DRAFT.name().equals(row.getString(1)))
                .single();
        if (!open) {
            throw Refusal.conflict(
                    "第 %d 版已提交，不能再修改，请刷新任务列表。".formatted(draft.version()),
                    "Version %d was handed in and cannot be edited. Refresh the list.".formatted(draft.version()));
        }
    }

    private Submission insert(long assignmentId, Kind kind, int version) {
        long id = NewRow.idOf(jdbc.sql("""
                        insert into submission (assignment_id, kind, version, status)
                        values (:assignment, :kind, :version, 'DRAFT')""")
                .param("assignment", assignmentId)
                .param("kind", kind.name())
                .param("version", version));
        return Submission.draft(id, assignmentId, kind, version);
    }

    private void move(Submission submission, Status from, Status to, String byColumn, String atColumn) {
        int moved = jdbc.sql("update submission set status = :to, %s = :by, %s = :at where id = :id and status = :from"
                        .formatted(byColumn, atColumn))
                .param("to", to.name())
                .param("by", user.id())
                .param("at", OffsetDateTime.now(clock))
                .param("id", submission.id())
                .param("from", from.name())
                .update();
        if (moved == 0) {
            throw Refusal.conflict(
                    "该%s第 %d 版已不是“%s”状态，可能刚被他人办理，请刷新。"
                            .formatted(submission.kind().label(), submission.version(), from.label()),
                    "Version %d of this %s is not %s any more; somebody else may have just worked on it. Refresh."
                            .formatted(submission.version(), submission.kind(), from));
        }
    }

    private static Submission submission(ResultSet row, int number) throws SQLException {
        return new Submission(
                row.getLong("id"),
                row.getLong("assignment_id"),
                Kind.valueOf(row.getString("kind")),
                row.getInt("version"),
                Status.valueOf(row.getString("status")),
                row.getString("submitted_by"),
                row.getObject("submitted_at", OffsetDateTime.class),
                row.getString("approved_by"),
                row.getString("decided_by"),
                row.getObject("decided_at", OffsetDateTime.class),
                row.getString("return_reason"),
                row.getInt("revision"));
    }
}
