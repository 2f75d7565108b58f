package org.noticecascade.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.noticecascade.directory.Level;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The units' parts in notices. */
@Repository
public class Assignments {
    /** How deep the table keeps the codes of the units above: nobody is below that. */
    public static final int DEEPEST = 4;

    private static final String NOT_OUT = "stage not in ('MISSED', 'WAIVED')";

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    Assignments(JdbcClient jdbc, JdbcOperations batches) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    /**
     * Returns the assignment.
     *
     * @throws Refusal if there is none with that id
     */
    public Assignment get(long id) {
        return jdbc.sql("select * from assignment where id = :id")
                .param("id", id)
                .query(Assignments::assignment)
                .optional()
                .orElseThrow(() -> Refusal.notFound("没有编号为 %d 的任务。".formatted(id), "No assignment " + id));
    }

    /**
     * The same as it is now, and stays until the caller's transaction ends: for what must not be done twice.
     *
     * @throws Refusal if there is none with that id
     */
    public Assignment locked(long id) {
        jdbc.sql("select id from assignment where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .list();
        return get(id);
    }

    /** The same without waiting: empty if somebody else holds it, or if there is none with that id. */
    public Optional<Assignment> lockedIfFree(long id) {
        return jdbc.sql("select * from assignment where id = :id for update skip locked")
                .param("id", id)
                .query(Assignments::assignment)
                .optional();
    }

    /**
     * Returns the assignment a process instance stands for. The business key is fixed at the start; a variable could be
     * overwritten by whoever completes a task.
     *
     * @param businessKey {@code <noticeId>/<unitCode>}
     */
    public Assignment at(@Nullable String businessKey) {
        long noticeId = noticeIdIn(businessKey);
        String unitCode = unitCodeIn(businessKey);
        return find(noticeId, unitCode)
                .orElseThrow(() -> new IllegalStateException(
                        "Unit %s has no part in notice %d yet".formatted(unitCode, noticeId)));
    }

    /** The notice named in a business key. */
    public static long noticeIdIn(@Nullable String businessKey) {
        return Long.parseLong(parts(businessKey)[0]);
    }

    /** The unit named in a business key. */
    public static String unitCodeIn(@Nullable String businessKey) {
        return parts(businessKey)[1];
    }

    private static String[] parts(@Nullable String businessKey) {
        String[] parts = businessKey == null ? new String[0] : businessKey.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalStateException(
                    "A business key should be <noticeId>/<unitCode> but is %s".formatted(businessKey));
        }
        return parts;
    }

    public Optional<Assignment> find(long noticeId, String unitCode) {
        return jdbc.sql("select * from assignment where notice_id = :notice and unit_code = :unit")
                .param("notice", noticeId)
                .param("unit", unitCode)
                .query(Assignments::assignment)
                .optional();
    }

    /** The part itself and those above it up to the one directly below headquarters, from the top. */
    List<Assignment> lineOf(Assignment unit) {
        return unit.line().isEmpty()
                ? List.of()
                : jdbc.sql("select * from assignment where notice_id = :notice and unit_code in (:line) order by depth")
                        .param("notice", unit.noticeId())
                        .param("line", unit.line())
                        .query(Assignments::assignment)
                        .list();
    }

    /** The direct subordinates' parts, in code order. */
    public List<Assignment> childrenOf(long parentId, int offset, int limit) {
        return jdbc.sql("select * from assignment where parent_id = :id order by unit_code limit :limit offset :offset")
                .param("id", parentId)
                .param("limit", limit)
                .param("offset", offset)
                .query(Assignments::assignment)
                .list();
    }

    public long countChildren(long parentId) {
        return jdbc.sql("select count(*) from assignment where parent_id = :id")
                .param("id", parentId)
                .query(Long.class)
                .single();
    }

    /**
     * Begins a stage with its due date and the original one.
     *
     * @throws Refusal if the unit was waived, or the notice was closed, meanwhile
     */
    void enter(long id, Stage stage, @Nullable StageDue due) {
        int entered = jdbc.sql("""
                        update assignment set stage = :stage, due_date = :due, original_due = :original,
                               light = 'GREEN', round = round + 1
                         where id = :id and %s""".formatted(NOT_OUT))
                .param("stage", stage.name())
                .param("due", due == null ? null : due.due())
                .param("original", due == null ? null : due.original())
                .param("id", id)
                .update();
        requireIn(entered);
    }

    /** A unit that is out does nothing more, even while its process has not been ended yet. */
    private static void requireIn(int rows) {
        if (rows == 0) {
            throw Refusal.conflict(
                    "该任务已被免予办理或通知已审定，不能再办理，请刷新任务列表。",
                    "The unit was waived or the notice was closed; nothing can be done here any more. Refresh the list.");
        }
    }

    /**
     * Moves the due date within the stage; the original one stays visible. A new round begins: being late again is
     * reminded of and escalated again.
     *
     * @return false if the unit has left that round of the stage
     */
    public boolean moveDue(Assignment unit, LocalDate due, Light light) {
        return jdbc.sql("""
                        update assignment set due_date = :due, light = :light, round = round + 1
                         where id = :id and stage = :stage and round = :round""")
                        .param("due", due)
                        .param("light", light.name())
                        .param("id", unit.id())
                        .param("stage", unit.stage().name())
                        .param("round", unit.round())
                        .update()
                == 1;
    }

    /**
     * Parts at and below {@code top} whose unit code comes after that one, in code order.
     *
     * @param top a part directly below headquarters
     */
    public List<Assignment> within(Assignment top, String afterUnitCode, int limit) {
        return jdbc.sql("""
                        select * from assignment where notice_id = :notice and anc1 = :unit and unit_code > :after
                         order by unit_code limit :limit""")
                .param("notice", top.noticeId())
                .param("unit", top.unitCode())
                .param("after", afterUnitCode)
                .param("limit", limit)
                .query(Assignments::assignment)
                .list();
    }

    /** Open parts at or below {@code top}, itself included, in tree order. */
    public List<Assignment> openWithin(Assignment top) {
        return openWithin(top, "");
    }

    /** The same; they stay as they are until the caller's transaction ends. */
    public List<Assignment> lockOpenWithin(Assignment top) {
        return openWithin(top, " for update");
    }

    private List<Assignment> openWithin(Assignment top, String lock) {
        return jdbc.sql(
                        "select * from assignment where notice_id = :notice and (id = :id or %s) and %s order by depth, unit_code%s"
                                .formatted(below(top), Cascade.OPEN, lock))
                .param("notice", top.noticeId())
                .param("id", top.id())
                .param("unit", top.unitCode())
                .query(Assignments::assignment)
                .list();
    }

    /** Open parts that are due in that span, both days included. */
    public List<Assignment> openDueBetween(LocalDate from, LocalDate to) {
        return jdbc.sql("select * from assignment where due_date between :from and :to and " + Cascade.OPEN
                        + " order by notice_id, depth, unit_code")
                .param("from", from)
                .param("to", to)
                .query(Assignments::assignment)
                .list();
    }

    /**
     * The column that holds the code of {@code top}, which is not headquarters, in its own row and in all below it. At the
     * deepest level that is the row alone, found by its unit; {@code anc4} has no index, as it would say the same again.
     */
    public static String subtreeColumn(Assignment top) {
        return top.depth() < DEEPEST ? "anc" + top.depth() : "unit_code";
    }

    /** Condition for the rows below {@code top}, with the parameter {@code unit}. */
    static String below(Assignment top) {
        return top.depth() == 0
                ? "depth > 0 and cast(:unit as varchar(12)) is not null"
                : "depth > %d and %s = :unit".formatted(top.depth(), subtreeColumn(top));
    }

    void countReturn(long id) {
        jdbc.sql("update assignment set returns = returns + 1 where id = :id")
                .param("id", id)
                .update();
    }

    /**
     * Notes when a milestone was reached; a later return does not take it back.
     *
     * @throws Refusal if the unit was waived, or the notice was closed, meanwhile
     */
    void reached(long id, Milestone milestone, OffsetDateTime at) {
        int reached = jdbc.sql("""
                        update assignment set %1$s = coalesce(%1$s, :at)
                         where id = :id and %2$s""".formatted(milestone.column(), NOT_OUT))
                .param("at", at)
                .param("id", id)
                .update();
        requireIn(reached);
    }

    void participants(long id, int participants) {
        jdbc.sql("update assignment set participants = :participants where id = :id")
                .param("participants", participants)
                .param("id", id)
                .update();
    }

    /** People who took part in the unit's own session; {@code null} if it held none. */
    public @Nullable Integer participantsOf(long id) {
        return jdbc.sql("select participants from assignment where id = :id")
                .param("id", id)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Integer.class)))
                .single()
                .orElse(null);
    }

    void started(long id, String instanceId) {
        jdbc.sql("update assignment set instance_id = :instance where id = :id")
                .param("instance", instanceId)
                .param("id", id)
                .update();
    }

    /** How many were noted: none whose unit was waived or missed meanwhile. */
    int started(Map<Long, String> instances) {
        int[] noted = batches.batchUpdate(
                "update assignment set instance_id = ? where id = ? and " + NOT_OUT,
                instances.entrySet().stream()
                        .map(started -> new Object[] {started.getValue(), started.getKey()})
                        .toList());
        return Arrays.stream(noted).sum();
    }

    static Assignment assignment(ResultSet row, int number) throws SQLException {
        return new Assignment(
                row.getLong("id"),
                row.getLong("notice_id"),
                row.getString("unit_code"),
                row.getObject("parent_id", Long.class),
                Level.valueOf(row.getString("level")),
                row.getInt("depth"),
                line(row),
                Stage.valueOf(row.getString("stage")),
                row.getObject("due_date", LocalDate.class),
                row.getObject("original_due", LocalDate.class),
                row.getString("instance_id"),
                row.getInt("returns"),
                Light.valueOf(row.getString("light")),
                row.getInt("round"));
    }

    private static List<String> line(ResultSet row) throws SQLException {
        List<String> line = new ArrayList<>();
        for (int depth = 1; depth <= row.getInt("depth"); depth++) {
            line.add(row.getString("anc" + depth));
        }
        return line;
    }
}
