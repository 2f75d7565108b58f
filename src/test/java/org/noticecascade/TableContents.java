package org.noticecascade;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What stands in our tables and in those of the engine that a person's call may change; the counters of failed sign-ins
 * are left out.
 */
final class TableContents {
    /** More rows than this are only counted and their names measured. */
    private static final List<String> LARGE = List.of("UNIT", "PERSON", "PERSON_ROLE", "CALENDAR_DAY");

    private static final List<String> ENGINE = List.of(
            "select id_, rev_, assignee_, owner_, due_date_, follow_up_date_, priority_, name_ from act_ru_task order by id_",
            "select count(*), sum(rev_) from act_ru_variable",
            "select count(*), sum(rev_) from act_ru_execution",
            "select count(*) from act_ru_identitylink",
            "select count(*), sum(rev_) from act_ru_filter",
            "select count(*) from act_ru_job",
            "select count(*) from act_hi_procinst",
            "select count(*) from act_hi_comment",
            "select count(*) from act_hi_attachment",
            "select count(*), sum(rev_) from act_ru_authorization",
            "select id_, first_, last_, email_, pwd_ from act_id_user where id_ like 'u640%' or id_ = 'admin' order by id_",
            "select count(*) from act_id_user",
            "select count(*) from act_id_membership");

    private final JdbcClient jdbc;
    private final Map<String, String> queries = new LinkedHashMap<>();

    TableContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'"
                        + " and table_name not like 'ACT%' and upper(table_name) not like 'FLYWAY%'")
                .query(String.class)
                .list()
                .forEach(table -> queries.put(
                        table, LARGE.contains(table) ? "select count(*) from " + table : everythingIn(table)));
        ENGINE.forEach(query -> queries.put(query, query));
        queries.put("names", "select sum(ora_hash(name)), sum(ora_hash(level)) from unit");
        queries.put("people", "select sum(ora_hash(name)), sum(ora_hash(unit_code)), sum(ora_hash(email)) from person");
    }

    private String everythingIn(String table) {
        return jdbc
                .sql("select column_name, data_type from information_schema.columns where table_schema = 'PUBLIC'"
                        + " and table_name = :table order by ordinal_position")
                .param("table", table)
                .query((row, number) -> switch (row.getString("data_type")) {
                    case "BINARY LARGE OBJECT" -> "octet_length(%1$s) %1$s".formatted(row.getString("column_name"));
                    case "CHARACTER LARGE OBJECT" -> "cast(%1$s as varchar) %1$s".formatted(row.getString("column_name"));
                    default -> row.getString("column_name");
                })
                .list()
                .stream()
                .collect(Collectors.joining(", ", "select ", " from " + table + " order by 1, 2"));
    }

    Map<String, String> now() {
        Map<String, String> contents = new LinkedHashMap<>();
        queries.forEach((name, query) -> contents.put(name, jdbc.sql(query).query().listOfRows().toString()));
        return contents;
    }
}
