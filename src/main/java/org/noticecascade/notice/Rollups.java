package org.noticecascade.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts over subtrees, by SQL over the assignment table; nothing is counted by the engine. */
@Repository
public class Rollups {
    /** Select list over assignment rows that {@link #rollup} reads. */
    public static final String COUNTS = """
            count(*) as units,
            count(signed_at) as signed,
            sum(case when level = 'PROVINCE' then 1 else 0 end) as to_plan,
            count(planned_at) as planned,
            sum(case when level <> 'PROVINCE' then 1 else 0 end) as to_hold,
            count(held_at) as held,
            count(reported_at) as reported,
            coalesce(sum(participants), 0) as participants,
            sum(case when stage = 'WAIVED' and reported_at is null then 1 else 0 end) as waived""";

    private final JdbcClient jdbc;

    Rollups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts over everything below {@code top}, itself not included. */
    public Rollup below(Assignment top) {
        return jdbc.sql("select " + COUNTS + " from assignment where " + subtree(top))
                .param("notice", top.noticeId())
                .param("unit", top.unitCode())
                .query(Rollups::rollup)
                .single();
    }

    /** {@link #below} for each direct subordinate of {@code top}, by unit code, in one query. */
    public Map<String, Rollup> belowEachChildOf(Assignment top) {
        Map<String, Rollup> counts = new HashMap<>();
        if (top.depth() == Assignments.DEEPEST) {
            return counts;
        }
        String child = "anc" + (top.depth() + 1);
        jdbc.sql("select %s as child, %s from assignment where %s and depth > :depth group by %s"
                        .formatted(child, COUNTS, subtree(top), child))
                .param("notice", top.noticeId())
                .param("unit", top.unitCode())
                .param("depth", top.depth() + 1)
                .query((row, number) -> counts.put(row.getString("child"), rollup(row, number)))
                .list();
        return counts;
    }

    /** Units below {@code top} that should report and have not. */
    public List<Rollup.Missing> missingBelow(Assignment top, int limit) {
        return unreported(top, "a.stage <> 'WAIVED'", limit);
    }

    /** Units below {@code top} that were waived. */
    public List<Rollup.Missing> waivedBelow(Assignment top, int limit) {
        return unreported(top, "a.stage = 'WAIVED'", limit);
    }

    /** Names come after the rows are found: of a join H2 reads all units first. */
    static String namesOf(Assignment top, String condition) {
        return """
                select a.unit_code, (select u.name from unit u where u.code = a.unit_code) as name, a.stage
                  from assignment a
                 where %s and a.reported_at is null and %s
                 order by a.unit_code limit :limit""".formatted(subtree(top), condition);
    }

    private List<Rollup.Missing> unreported(Assignment top, String condition, int limit) {
        return jdbc.sql(namesOf(top, condition))
                .param("notice", top.noticeId())
                .param("unit", top.unitCode())
                .param("limit", limit)
                .query((row, number) ->
                        new Rollup.Missing(row.getString(1), row.getString(2), Stage.valueOf(row.getString(3))))
                .list();
    }

    /** Roll-up and missing units together; at most {@code limit} of them by name. */
    public Rollup.WithMissing withMissing(Assignment top, int limit) {
        Rollup counts = below(top);
        return new Rollup.WithMissing(counts, counts.missing(), missingBelow(top, limit), waivedBelow(top, limit));
    }

    private static String subtree(Assignment top) {
        return "notice_id = :notice and " + Assignments.below(top);
    }

    /** Reads a row selected with {@link #COUNTS}. */
    public static Rollup rollup(ResultSet row, int number) throws SQLException {
        return new Rollup(
                row.getInt("units"),
                row.getInt("signed"),
                row.getInt("to_plan"),
                row.getInt("planned"),
                row.getInt("to_hold"),
                row.getInt("held"),
                row.getInt("reported"),
                row.getLong("participants"),
                row.getInt("waived"));
    }
}
