package org.noticecascade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many rows stand in our tables and in those of the engine that a person's call may change, and a sum over what
 * they hold. The counters of failed sign-ins are left out, and the sessions: to sign in and to be seen is no change.
 */
final class TableContents {
    private static final List<String> DIRECTORY = List.of("UNIT", "PERSON", "PERSON_ROLE", "CALENDAR_DAY");
    private static final String SESSIONS = "USER_SESSION";
    private static final List<String> ENGINE = List.of(
            "ACT_RU_TASK",
            "ACT_RU_VARIABLE",
            "ACT_RU_EXECUTION",
            "ACT_RU_IDENTITYLINK",
            "ACT_RU_FILTER",
            "ACT_RU_JOB",
            "ACT_HI_PROCINST",
            "ACT_HI_TASKINST",
            "ACT_HI_COMMENT",
            "ACT_HI_ATTACHMENT",
            "ACT_RU_AUTHORIZATION");

    private final JdbcClient jdbc;
    private final List<String> watched = new ArrayList<>();
    private final String often;
    private final String seldom;

    TableContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
        List<String> ours = jdbc.sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'"
                        + " and table_name not like 'ACT%' and lower(table_name) not like 'flyway%'")
                .query(String.class)
                .list();
        List<String> small = new ArrayList<>(ours);
        small.removeAll(DIRECTORY);
        small.remove(SESSIONS);
        small.addAll(ENGINE);
        watched.addAll(small);
        often = small.stream().map(this::sum).collect(Collectors.joining(" union all "));
        seldom = DIRECTORY.stream().map(this::sum).collect(Collectors.joining(" union all "))
                + " union all select 'PASSWORDS', count(*), sum(ora_hash(concat_ws('|', id_, pwd_, email_))) from act_id_user"
                + " union all select 'MEMBERSHIPS', count(*), 0 from act_id_membership";
    }

    private String sum(String table) {
        return jdbc
                .sql("select column_name, data_type from information_schema.columns where table_schema = 'PUBLIC'"
                        + " and table_name = :table")
                .param("table", table)
                .query((row, number) -> row.getString("data_type").equals("BINARY LARGE OBJECT")
                        ? "octet_length(%s)".formatted(row.getString("column_name"))
                        : "coalesce(cast(%s as varchar), '-')".formatted(row.getString("column_name")))
                .list()
                .stream()
                .collect(Collectors.joining(
                        ", ",
                        "select '%s', count(*), sum(ora_hash(concat_ws('|', '', ".formatted(table),
                        "))) from " + table));
    }

    /** Numbers of H2 that grow with every write to the tables of {@link #now()}, at the cost of no row read. */
    Map<String, Long> writes() {
        Map<String, Long> numbers = new LinkedHashMap<>();
        jdbc.sql("select table_name, last_modification from information_schema.tables"
                        + " where table_schema = 'PUBLIC' and table_name in (:tables)")
                .param("tables", watched)
                .query((row, number) -> numbers.put(row.getString(1), row.getLong(2)))
                .list();
        return numbers;
    }

    /** All but the directory and the engine's users. */
    Map<String, String> now() {
        return read(often);
    }

    /** The directory, which takes longer to read. */
    Map<String, String> directory() {
        return read(seldom);
    }

    private Map<String, String> read(String query) {
        Map<String, String> contents = new LinkedHashMap<>();
        jdbc.sql(query)
                .query((row, number) -> contents.put(row.getString(1), row.getLong(2) + " " + row.getBigDecimal(3)))
                .list();
        return contents;
    }
}
