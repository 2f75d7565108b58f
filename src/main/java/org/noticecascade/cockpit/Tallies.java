package org.noticecascade.cockpit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Rollups;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts per subtree, by SQL over the assignment table and its indexes on the units above. */
@Repository
public class Tallies {
    private static final String COUNTS = Rollups.COUNTS + """
            ,
            sum(case when stage not in ('DELIVERED', 'MISSED', 'WAIVED') then 1 else 0 end) as still_open,
            sum(case when light = 'YELLOW' and due_date is not null then 1 else 0 end) as yellow,
            sum(case when light = 'RED' and due_date is not null then 1 else 0 end) as red,
            sum(case when stage = 'MISSED' then 1 else 0 end) as missed""";

    private final JdbcClient jdbc;

    Tallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts over everybody below {@code top}, itself not included. */
    public Tally below(Assignment top) {
        Subtree subtree = Subtree.below(top);
        return jdbc.sql("select " + COUNTS + " from assignment a where " + subtree.condition())
                .params(subtree.values())
                .query(Tallies::tally)
                .single();
    }

    /** {@link #below} for each of these units, by code; units with nobody below are not in it. */
    public Map<String, Tally> belowEach(long noticeId, Collection<UnitRow> units) {
        Map<String, Tally> tallies = new HashMap<>();
        for (int depth = 1; depth < Assignments.DEEPEST; depth++) {
            int at = depth;
            List<String> codes = units.stream()
                    .filter(unit -> unit.depth() == at)
                    .map(UnitRow::unitCode)
                    .toList();
            if (!codes.isEmpty()) {
                tallies.putAll(belowEach(noticeId, depth, codes));
            }
        }
        return tallies;
    }

    private Map<String, Tally> belowEach(long noticeId, int depth, List<String> codes) {
        Map<String, Tally> tallies = new HashMap<>();
        jdbc.sql("""
                        select anc%1$d as above, %2$s from assignment
                         where notice_id = :notice and anc%1$d in (:codes) and depth > %1$d
                         group by anc%1$d""".formatted(depth, COUNTS))
                .param("notice", noticeId)
                .param("codes", new TreeSet<>(codes))
                .query((row, number) -> tallies.put(row.getString("above"), tally(row, number)))
                .list();
        return tallies;
    }

    private static Tally tally(ResultSet row, int number) throws SQLException {
        return new Tally(
                Rollups.rollup(row, number),
                row.getInt("still_open"),
                row.getInt("yellow"),
                row.getInt("red"),
                row.getInt("missed"));
    }
}
