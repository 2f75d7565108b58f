package org.noticecascade.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.noticecascade.directory.Level;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fan-out and join over the assignment table.
 *
 * <p>Fan-out inserts what is missing, so that repeating it adds nothing. The join takes a lock on the superior's row
 * on both sides, when it starts to wait and when a subordinate has finished: whichever comes second sees the other,
 * so no wake-up is lost and none is given twice. People completing tasks touch only their own row, except the one
 * moment in which their unit starts to wait.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Cascade {
    static final String OPEN = "stage not in ('DELIVERED', 'MISSED', 'WAIVED')";

    private static final String MISSED = "stage = 'MISSED', due_date = null, light = 'GREEN', waiting = false";

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    Cascade(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Creates headquarters' own part, the root of the tree, unless it exists. */
    void plant(long noticeId, String headquarters) {
        jdbc.sql("""
                        insert into assignment (notice_id, unit_code, level, depth, stage)
                        select cast(:notice as bigint), code, level, 0, 'WAITING' from unit u where code = :hq
                           and not exists (select 1 from assignment where notice_id = :notice and unit_code = :hq)""").param("notice", noticeId).param("hq", headquarters).update();
    }

    /**
     * Gives every addressed unit of one level below {@code parent} its part, where it has none yet.
     *
     * @param addressed for headquarters: only units the notice names
     * @return how many were added
     */
    int fanOut(Assignment parent, Level level, StageDue receipt, boolean addressed) {
        String named = "u.code in (select unit_code from notice_addressee n where n.notice_id = p.notice_id)";
        return insert(parent, "u.level = :which" + (addressed ? " and " + named : ""), level.name(), receipt);
    }

    /** Gives one unit below {@code parent} its part, unless it has one. */
    int addOne(Assignment parent, String unitCode, StageDue receipt) {
        return insert(parent, "u.code = :which", unitCode, receipt);
    }

    private int insert(Assignment parent, String condition, String which, StageDue receipt) {
        int depth = parent.depth() + 1;
        StringBuilder columns = new StringBuilder();
        StringBuilder values = new StringBuilder();
        for (int d = 1; d <= depth; d++) {
            columns.append(", anc").append(d);
            values.append(d == depth ? ", u.code" : ", p.anc" + d);
        }
        return jdbc.sql("""
                        insert into assignment (notice_id, unit_code, parent_id, level, depth, stage, due_date, original_due%s)
                        select p.notice_id, u.code, p.id, u.level, p.depth + 1, 'RECEIPT',
                               cast(:due as date), cast(:original as date)%s
                          from assignment p join unit u on u.parent_code = p.unit_code
                         where p.id = :parent and u.active and %s
                           and not exists (select 1 from assignment a
                                            where a.notice_id = p.notice_id and a.unit_code = u.code)""".formatted(columns, values, condition))
                .param("due", receipt.due())
                .param("original", receipt.original())
                .param("parent", parent.id())
                .param("which", which)
                .update();
    }

    /** Whether the unit waits for its subordinates; locks its row, so that this stays true until the commit. */
    boolean stillWaits(long assignmentId) {
        lock(assignmentId);
        return jdbc.sql("select waiting from assignment where id = :id")
                .param("id", assignmentId)
                .query(Boolean.class)
                .single();
    }

    /** Subordinates whose process has not been started, in code order. */
    List<Assignment> notStarted(long parentId, int limit) {
        return jdbc.sql("""
                        select * from assignment where parent_id = :parent and instance_id is null and %s
                         order by unit_code limit :limit""".formatted(OPEN))
                .param("parent", parentId)
                .param("limit", limit)
                .query(Assignments::assignment)
                .list();
    }

    /**
     * Starts to wait if subordinates are open.
     *
     * @return {@code false} if none is, and there is nothing to wait for
     */
    public boolean waitForSubordinates(long assignmentId) {
        lock(assignmentId);
        boolean open = openBelow(assignmentId) > 0;
        if (open) {
            jdbc.sql("""
                            update assignment set waiting = true, stage = 'WAITING', due_date = null, original_due = null,
                                   light = 'GREEN', round = round + 1
                             where id = :id""").param("id", assignmentId).update();
        }
        return open;
    }

    /** Notes that a unit waits whose process does; whoever notes it wakes it if nobody is open. */
    public void waits(long assignmentId) {
        lock(assignmentId);
        jdbc.sql("update assignment set waiting = true where id = :id")
                .param("id", assignmentId)
                .update();
    }

    /** The wait is over, because everyone reported or because the final due date came. */
    public void stopWaiting(long assignmentId) {
        jdbc.sql("update assignment set waiting = false where id = :id")
                .param("id", assignmentId)
                .update();
    }

    /**
     * A subordinate has finished: decides whether its superior goes on now.
     *
     * @return the superior's process instance to wake, exactly once; empty if others are still open, or if it does
     *     not wait (yet, or any more)
     */
    public Optional<String> wakeSuperior(long superiorId) {
        lock(superiorId);
        if (openBelow(superiorId) > 0) {
            return Optional.empty();
        }
        int woken = jdbc.sql("update assignment set waiting = false where id = :id and waiting")
                .param("id", superiorId)
                .update();
        return woken == 0
                ? Optional.empty()
                : jdbc.sql("select instance_id from assignment where id = :id")
                        .param("id", superiorId)
                        .query(String.class)
                        .optional();
    }

    /** How many direct subordinates have not finished. */
    public long openBelow(long assignmentId) {
        return jdbc.sql("select count(*) from assignment where parent_id = :id and " + OPEN)
                .param("id", assignmentId)
                .query(Long.class)
                .single();
    }

    /**
     * Who had not finished when the notice was closed.
     *
     * @param units how many
     * @param instances process instances to end; a unit that was never started has none
     */
    record GivenUp(int units, List<String> instances) {}

    /**
     * Marks everybody who has not finished as missed. A unit may just be passing the notice on: whoever it brought in is
     * found by looking again, once its own row is ours. Exactly those are marked who were looked at, as an update by
     * stage would also reach whoever arrived between the look and the update, and leave their processes running.
     */
    GivenUp giveUp(long noticeId) {
        List<String> instances = new ArrayList<>();
        int units = 0;
        List<Open> open = lockOpen(noticeId);
        while (!open.isEmpty()) {
            units += open.size();
            open.forEach(unit -> unit.instance().ifPresent(instances::add));
            leave(MISSED, open.stream().map(Open::id).toList());
            open = lockOpen(noticeId);
        }
        return new GivenUp(units, instances);
    }

    private record Open(long id, Optional<String> instance) {}

    private List<Open> lockOpen(long noticeId) {
        return jdbc.sql("select id, instance_id from assignment where notice_id = :id and depth > 0 and " + OPEN
                        + " order by id for update")
                .param("id", noticeId)
                .query((row, number) -> new Open(row.getLong(1), Optional.ofNullable(row.getString(2))))
                .list();
    }

    /** Parts whose rows are ours. */
    private void leave(String how, List<Long> ids) {
        batches.batchUpdate(
                "update assignment set %s where id = ?".formatted(how),
                ids.stream().map(id -> new Object[] {id}).toList());
    }

    /** The same for one unit that was left over; returns its process instance. */
    public Optional<String> giveUpOne(long assignmentId) {
        Optional<String> instance = jdbc.sql(
                        "select instance_id from assignment where id = :id and instance_id is not null")
                .param("id", assignmentId)
                .query(String.class)
                .optional();
        jdbc.sql("update assignment set " + MISSED + " where id = :id and " + OPEN)
                .param("id", assignmentId)
                .update();
        return instance;
    }

    /** Takes these units out of the notice (免予办理); the caller has locked them, and their process instances are still there. */
    public void waive(List<Assignment> units) {
        leave(
                "stage = 'WAIVED', due_date = null, light = 'GREEN', waiting = false, round = round + 1",
                units.stream().map(Assignment::id).toList());
    }

    /** Process instances of waived units at and below this one. */
    public List<String> instancesOfWaived(Assignment unit) {
        return jdbc.sql("select instance_id from assignment where notice_id = :notice and (id = :id or "
                        + Assignments.below(unit) + ") and stage = 'WAIVED' and instance_id is not null order by id")
                .param("notice", unit.noticeId())
                .param("id", unit.id())
                .param("unit", unit.unitCode())
                .query(String.class)
                .list();
    }

    private void lock(long assignmentId) {
        jdbc.sql("select id from assignment where id = :id for update")
                .param("id", assignmentId)
                .query(Long.class)
                .single();
    }
}
