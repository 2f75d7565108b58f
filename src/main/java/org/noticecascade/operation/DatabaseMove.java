package org.noticecascade.operation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.noticecascade.Refusal;

/**
 * Copies everything, ours and the engine's, from one database of the service into another of the same version: H2 to
 * PostgreSQL. One transaction: the target has all of it or none.
 *
 * <p>Tables refer to each other and to themselves in every direction, so the target's foreign keys are taken away,
 * and made again from their own words at the end, which checks every row.
 */
final class DatabaseMove {
    private static final String HISTORY = "flyway_schema_history";

    private final Connection source;
    private final Connection target;

    DatabaseMove(Connection source, Connection target) {
        this.source = source;
        this.target = target;
    }

    /**
     * Empties the target and fills it.
     *
     * @return rows copied by table
     * @throws Refusal if the two do not fit, or the target is in use; it is as it was then
     * @throws SQLException likewise
     */
    Map<String, Long> run() throws SQLException {
        target.setAutoCommit(false);
        try {
            Map<String, List<String>> tables = tables();
            requireThatTheyFit(tables);
            Map<String, String> foreignKeys = takeForeignKeysAway();
            execute("truncate " + String.join(", ", tables.keySet()));
            Map<String, Long> copied = new TreeMap<>();
            for (Map.Entry<String, List<String>> table : tables.entrySet()) {
                copied.put(table.getKey(), new TableCopy(source, target).copy(table.getKey(), table.getValue()));
            }
            for (Map.Entry<String, String> key : foreignKeys.entrySet()) {
                execute(key.getValue());
            }
            goOnCounting();
            target.commit();
            return copied;
        } catch (SQLException | RuntimeException e) {
            target.rollback();
            throw e;
        }
    }

    /** The target's tables with their columns. */
    private Map<String, List<String>> tables() throws SQLException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        rows(target, """
                select c.table_name, c.column_name from information_schema.columns c
                  join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                 where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
                 order by c.table_name, c.ordinal_position""", row -> {
            if (!HISTORY.equals(row.getString(1))) {
                tables.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                        .add(row.getString(2));
            }
        });
        return tables;
    }

    private void requireThatTheyFit(Map<String, List<String>> tables) throws SQLException {
        String version = """
                select "version", "checksum" from "flyway_schema_history" where "version" is not null order by 1""";
        String engine = "select value_ from ACT_GE_PROPERTY where name_ = 'schema.version'";
        List<String> here = new ArrayList<>();
        List<String> there = new ArrayList<>();
        for (String question : List.of(version, engine)) {
            rows(source, question, row -> here.add(row.getString(1)));
            rows(target, question, row -> there.add(row.getString(1)));
        }
        if (!here.equals(there)) {
            throw Refusal.conflict(
                    "两个数据库的版本不同（%s，%s），没有搬迁。请先用同一版本的程序启动一次源库。".formatted(here, there),
                    "The databases are of different versions (%s, %s); nothing was moved. Start this version once on the source."
                            .formatted(here, there));
        }
        for (String inUse : List.of("notice", "person")) {
            requireEmpty(inUse);
        }
        if (!tables.containsKey("assignment")) {
            throw Refusal.conflict("目标库中没有本系统的表。", "The target has no tables of the service.");
        }
    }

    private void requireEmpty(String table) throws SQLException {
        List<Long> rows = new ArrayList<>();
        rows(target, "select count(*) from " + table, row -> rows.add(row.getLong(1)));
        if (rows.get(0) > 0) {
            throw Refusal.conflict(
                    "目标库已有数据（%s：%d 行），没有搬迁。请换一个空库。".formatted(table, rows.get(0)),
                    "The target is in use (%s: %d rows); nothing was moved. Use an empty database."
                            .formatted(table, rows.get(0)));
        }
    }

    /** @return what makes each of them again */
    private Map<String, String> takeForeignKeysAway() throws SQLException {
        Map<String, String> again = new LinkedHashMap<>();
        List<String> away = new ArrayList<>();
        rows(target, """
                select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) from pg_constraint
                 where contype = 'f' and connamespace = current_schema()::regnamespace order by 1, 2""", row -> {
            String change = "alter table " + row.getString(1);
            away.add(change + " drop constraint " + row.getString(2));
            again.put(
                    row.getString(1) + " " + row.getString(2),
                    change + " add constraint " + row.getString(2) + " " + row.getString(3));
        });
        for (String statement : away) {
            execute(statement);
        }
        return again;
    }

    /** Identity columns go on behind the highest number that came. */
    private void goOnCounting() throws SQLException {
        List<String> statements = new ArrayList<>();
        rows(target, """
                select table_name, column_name from information_schema.columns
                 where table_schema = current_schema() and is_identity = 'YES'""", row -> statements.add("""
                select setval(pg_get_serial_sequence('%1$s', '%2$s'), coalesce(max(%2$s), 1), max(%2$s) is not null)
                  from %1$s""".formatted(row.getString(1), row.getString(2))));
        for (String statement : statements) {
            execute(statement);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = target.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What is done with each row. */
    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private static void rows(Connection database, String sql, Row each) throws SQLException {
        try (PreparedStatement question = database.prepareStatement(sql);
                ResultSet rows = question.executeQuery()) {
            while (rows.next()) {
                each.take(rows);
            }
        }
    }

    static String columns(List<String> names) {
        return String.join(", ", names).toLowerCase(Locale.ROOT);
    }
}
