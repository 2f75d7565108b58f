package org.noticecascade.cockpit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.noticecascade.directory.Level;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Light;
import org.noticecascade.notice.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The board's lines, a page at a time, always by unit code. */
@Repository
public class UnitRows {
    static final String ASKED =
            "exists (select 1 from extension e where e.assignment_id = a.id and e.status = 'ASKED')";
    static final String ESCALATED =
            "exists (select 1 from escalation s where s.assignment_id = a.id and s.status = 'OPEN')";
    private static final String FROM = " from assignment a join unit u on u.code = a.unit_code where ";
    private static final String SELECT = """
            select a.*, u.name, p.unit_code as superior_code, pu.name as superior_name, %s as asked, %s as escalated
              from assignment a
              join unit u on u.code = a.unit_code
              left join assignment p on p.id = a.parent_id
              left join unit pu on pu.code = p.unit_code
             where""".formatted(ASKED, ESCALATED) + " ";

    private final JdbcClient jdbc;

    UnitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The line of one unit's part, which has to exist. */
    public UnitRow of(long assignmentId) {
        return jdbc.sql(SELECT + "a.id = :id")
                .param("id", assignmentId)
                .query(UnitRows::row)
                .single();
    }

    /** The direct subordinates. */
    public List<UnitRow> childrenOf(Assignment top, int offset, int limit) {
        return jdbc.sql(SELECT + "a.parent_id = :id order by a.unit_code limit :limit offset :offset")
                .param("id", top.id())
                .param("limit", limit)
                .param("offset", offset)
                .query(UnitRows::row)
                .list();
    }

    public long countChildrenOf(Assignment top) {
        return jdbc.sql("select count(*) from assignment where parent_id = :id")
                .param("id", top.id())
                .query(Long.class)
                .single();
    }

    /** Units on all levels below {@code top} that pass the filter. */
    public List<UnitRow> below(Assignment top, Filter filter, int offset, int limit) {
        Subtree subtree = Subtree.below(top);
        String where = subtree.condition() + filter.conditions(subtree.values());
        return jdbc.sql(SELECT + where + " order by a.unit_code limit :limit offset :offset")
                .params(subtree.values())
                .param("limit", limit)
                .param("offset", offset)
                .query(UnitRows::row)
                .list();
    }

    /** How many units {@link #below} would find on all pages. */
    public long countBelow(Assignment top, Filter filter) {
        Subtree subtree = Subtree.below(top);
        String where = subtree.condition() + filter.conditions(subtree.values());
        return jdbc.sql("select count(*)" + FROM + where)
                .params(subtree.values())
                .query(Long.class)
                .single();
    }

    /** The next units below {@code top} after that code; for going through all of them without counting pages. */
    public List<UnitRow> belowAfter(Assignment top, Filter filter, String afterCode, int limit) {
        Subtree subtree = Subtree.below(top);
        Map<String, Object> values = subtree.values();
        String where = subtree.condition() + filter.conditions(values) + " and a.unit_code > :after";
        return jdbc.sql(SELECT + where + " order by a.unit_code limit :limit")
                .params(values)
                .param("after", afterCode)
                .param("limit", limit)
                .query(UnitRows::row)
                .list();
    }

    private static UnitRow row(ResultSet row, int number) throws SQLException {
        LocalDate due = row.getObject("due_date", LocalDate.class);
        return new UnitRow(
                row.getLong("id"),
                row.getString("unit_code"),
                row.getString("name"),
                Level.valueOf(row.getString("level")),
                row.getInt("depth"),
                row.getString("superior_code"),
                row.getString("superior_name"),
                Stage.valueOf(row.getString("stage")),
                due == null ? null : Light.valueOf(row.getString("light")),
                due,
                row.getObject("original_due", LocalDate.class),
                row.getInt("returns"),
                row.getObject("signed_at", OffsetDateTime.class),
                row.getObject("planned_at", OffsetDateTime.class),
                row.getObject("held_at", OffsetDateTime.class),
                row.getObject("reported_at", OffsetDateTime.class),
                row.getBoolean("asked"),
                row.getBoolean("escalated"));
    }
}
