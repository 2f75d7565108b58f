package org.noticecascade.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.noticecascade.NewRow;
import org.noticecascade.PlainText;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes acts in the caller's transaction and reads them back in order; nothing here changes or deletes. Each is also
 * queued for its place in the chain, which {@link Sealing} gives it after the commit.
 */
@Repository
public class Ledger {
    private static final int LONGEST = 2000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CurrentUser user;
    private final ObjectProvider<Behalf> behalf;

    Ledger(JdbcClient jdbc, Clock clock, CurrentUser user, ObjectProvider<Behalf> behalf) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.user = user;
        this.behalf = behalf;
    }

    /** Records an act on a notice as such. */
    @Transactional
    public void onNotice(long noticeId, Act act, @Nullable String from, @Nullable String to) {
        append(user.id(), null, noticeId, null, act, from, to);
    }

    /** Records an act on one unit's part. */
    @Transactional
    public void onAssignment(
            long noticeId, long assignmentId, String unitCode, Act act, @Nullable String from, @Nullable String to) {
        append(user.id(), unitCode, noticeId, assignmentId, act, from, to);
    }

    /** Records an act on a unit that is about no notice. */
    @Transactional
    public void onUnit(String unitCode, Act act, @Nullable String from, @Nullable String to) {
        append(user.id(), unitCode, null, null, act, from, to);
    }

    /**
     * Records what was done to an account. The actor is named by the caller.
     *
     * @param target whose account
     */
    @Transactional
    public void onAdministration(String actor, Act act, String target, @Nullable String from, @Nullable String to) {
        append(actor, null, null, null, act, from, to == null ? target : target + ": " + to);
    }

    private void append(
            String actor,
            @Nullable String unitCode,
            @Nullable Long noticeId,
            @Nullable Long assignmentId,
            Act act,
            @Nullable String from,
            @Nullable String to) {
        long id = NewRow.idOf(jdbc.sql("""
                        insert into ledger (at, actor, on_behalf, unit_code, notice_id, assignment_id, act, from_value, to_value)
                        values (:at, :actor, :behalf, :unit, :notice, :assignment, :act, :from, :to)""")
                .param("at", OffsetDateTime.now(clock))
                .param("actor", actor)
                .param(
                        "behalf",
                        behalf.orderedStream().findFirst().flatMap(Behalf::name).orElse(null))
                .param("unit", unitCode)
                .param("notice", noticeId)
                .param("assignment", assignmentId)
                .param("act", act.name())
                .param("from", clipped(from))
                .param("to", clipped(to)));
        jdbc.sql("insert into ledger_unsealed (ledger_id) values (:id)")
                .param("id", id)
                .update();
    }

    /** Acts of one notice in the order they happened; {@code assignmentId} narrows to one unit's part. */
    public List<Entry> of(long noticeId, @Nullable Long assignmentId, int offset, int limit) {
        return jdbc.sql("select * from ledger where %s order by id limit :limit offset :offset"
                        .formatted(about(assignmentId)))
                .param("notice", noticeId)
                .param("assignment", assignmentId)
                .param("limit", limit)
                .param("offset", offset)
                .query(Ledger::entry)
                .list();
    }

    /**
     * One part's acts have a condition of their own: with "all, or this part" H2 reads those of the whole notice; and it
     * cannot choose the notice's index, which before it has statistics looks as good to it, for a sum.
     */
    static String about(@Nullable Long assignmentId) {
        return assignmentId == null ? "notice_id = :notice" : "assignment_id = :assignment and notice_id + 0 = :notice";
    }

    /** The last time this was done to that unit's part. */
    public Optional<Entry> last(long assignmentId, Act act) {
        return jdbc.sql("""
                        select * from ledger where assignment_id = :assignment and act = :act
                         order by id desc limit 1""")
                .param("assignment", assignmentId)
                .param("act", act.name())
                .query(Ledger::entry)
                .optional();
    }

    /** Acts that are about no notice, such as naming a deputy, newest first. */
    public List<Entry> withoutNotice(int offset, int limit) {
        return jdbc.sql("select * from ledger where notice_id is null order by id desc limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(Ledger::entry)
                .list();
    }

    /** The number of acts {@link #withoutNotice} would page through. */
    public long countWithoutNotice() {
        return jdbc.sql("select count(*) from ledger where notice_id is null")
                .query(Long.class)
                .single();
    }

    /** The number of acts {@link #of} would page through. */
    public long count(long noticeId, @Nullable Long assignmentId) {
        return jdbc.sql("select count(*) from ledger where " + about(assignmentId))
                .param("notice", noticeId)
                .param("assignment", assignmentId)
                .query(Long.class)
                .single();
    }

    private static @Nullable String clipped(@Nullable String value) {
        return value == null ? null : PlainText.clipped(value, LONGEST);
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class),
                row.getString("actor"),
                row.getString("on_behalf"),
                row.getString("unit_code"),
                row.getObject("notice_id", Long.class),
                row.getObject("assignment_id", Long.class),
                Act.valueOf(row.getString("act")),
                row.getString("from_value"),
                row.getString("to_value"));
    }
}
