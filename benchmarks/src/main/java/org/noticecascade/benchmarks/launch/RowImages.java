package org.noticecascade.benchmarks.launch;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every row of a launch, the last in the database, cut into commits of 50 units of one level, headquarters being the first. */
final class RowImages {
    private static final int UNITS_PER_COMMIT = 50;

    /** Foreign keys' targets first; how each row finds its unit's assignment {@code a}. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("assignment", "a.id = t.id");
        TABLES.put("ledger", "a.notice_id = t.notice_id and a.id = coalesce(t.assignment_id,"
                + " (select min(id) from assignment b where b.notice_id = t.notice_id))");
        TABLES.put("submission", "a.id = t.assignment_id");
        TABLES.put("study_session", "a.id = (select s.assignment_id from submission s where s.id = t.submission_id)");
        for (String table : List.of("act_ru_execution", "act_ru_task", "act_ru_variable", "act_ru_event_subscr", "act_hi_procinst", "act_hi_actinst", "act_hi_taskinst")) {
            TABLES.put(table, "a.instance_id = t.proc_inst_id_");
        }
        TABLES.put("act_ru_job", "a.instance_id = t.process_instance_id_");
        TABLES.put("act_ru_identitylink", "a.instance_id = (select k.proc_inst_id_ from act_ru_task k where k.id_ = t.task_id_)");
        TABLES.put("act_ru_authorization", "a.instance_id = (select k.proc_inst_id_ from act_ru_task k where k.id_ = t.resource_id_)");
    }

    private final List<Of> tables = new ArrayList<>();
    private final TreeMap<Integer, List<Integer>> levels = new TreeMap<>();

    /** One table's rows by commit, columns as text with a separator, nothing for null. */
    record Of(String insert, int columns, Map<Integer, List<byte[]>> byCommit) {
        private static final char END = '\u0001';
        private static final String NULL = "\u0002";

        List<byte[]> rows(int commit) {
            return byCommit.getOrDefault(commit, List.of());
        }

        void bind(PreparedStatement statement, byte[] row) throws SQLException {
            String text = new String(row, StandardCharsets.UTF_8);
            int from = 0;
            for (int column = 1; column <= columns; column++) {
                int until = text.indexOf(END, from);
                String value = text.substring(from, until);
                statement.setString(column, value.equals(NULL) ? null : value);
                from = until + 1;
            }
        }
    }

    static RowImages of(DataSource source) {
        RowImages images = new RowImages();
        JdbcTemplate jdbc = new JdbcTemplate(source);
        jdbc.execute("create table commits as select a.id, a.depth,"
                + " dense_rank() over (order by a.depth, (n - 1) / " + UNITS_PER_COMMIT + ") as commit_number, a.instance_id, a.notice_id"
                + " from (select *, row_number() over (partition by depth order by id) as n from assignment"
                + " where notice_id = (select max(notice_id) from assignment)) a");
        jdbc.execute("create index on commits (id)");
        jdbc.execute("create index on commits (instance_id)");
        jdbc.execute("analyze");
        jdbc.query("select distinct depth, commit_number from commits order by 1, 2", row -> {
            images.levels.computeIfAbsent(row.getInt(1), depth -> new ArrayList<>()).add(row.getInt(2));
        });
        TABLES.forEach((table, unit) -> images.tables.add(read(jdbc, table, unit)));
        jdbc.execute("drop table commits");
        return images;
    }

    private static Of read(JdbcTemplate jdbc, String table, String unit) {
        List<String> columns = jdbc.queryForList(
                "select quote_ident(attname) from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped order by attnum",
                String.class,
                table);
        String image = columns.stream()
                .map(column -> "coalesce(t." + column + "::text, E'\\x02') || E'\\x01'")
                .collect(Collectors.joining(" || "));
        Map<Integer, List<byte[]>> rows = new HashMap<>();
        jdbc.setFetchSize(1000);
        jdbc.query(
                "select a.commit_number, %s from %s t join commits a on %s order by %s t.ctid".formatted(image, table, unit, order(table)),
                row -> {
                    rows.computeIfAbsent(row.getInt(1), commit -> new ArrayList<>())
                            .add(row.getString(2).getBytes(StandardCharsets.UTF_8));
                });
        String insert = "insert into %s (%s) values (%s)".formatted(
                table,
                String.join(", ", columns),
                IntStream.range(0, columns.size()).mapToObj(column -> "?").collect(Collectors.joining(", ")));
        return new Of(insert, columns.size(), rows);
    }

    /** Rows another row of the table refers to first. */
    private static String order(String table) {
        return table.equals("act_ru_execution")
                ? "case when t.parent_id_ is null then 0 when t.parent_id_ = t.proc_inst_id_ then 1 else 2 end,"
                : "";
    }

    List<Of> tables() {
        return tables;
    }

    /** The commits of each level, top down. */
    List<List<Integer>> levels() {
        return List.copyOf(levels.values());
    }

    long count() {
        return tables.stream()
                .flatMap(table -> table.byCommit().values().stream())
                .mapToLong(List::size)
                .sum();
    }
}
