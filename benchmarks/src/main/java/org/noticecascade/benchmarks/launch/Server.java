package org.noticecascade.benchmarks.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Databases on the one PostgreSQL server that all contestants share. */
record Server(EmbeddedPostgres postgres) {
    /** Rows the engines keep about themselves and their models; nothing of a launch. */
    private static final String ABOUT_MODELS =
            "^(act_ge_.*|act_re_.*|act_evt_.*|act_id_property|flw_.*|act_fo_.*|.*databasechangelog.*|flyway_.*|unit|notice.*|calendar_.*|act_id_.*|act_ru_filter)$";

    void create(String database) {
        drop(database);
        admin().execute("create database " + database);
    }

    /** A copy, with statistics that begin at zero. */
    void copy(String template, String database) {
        drop(database);
        admin().execute("create database " + database + " template " + template);
    }

    void drop(String database) {
        admin().execute("drop database if exists " + database + " with (force)");
    }

    String url(String database) {
        return postgres.getJdbcUrl("postgres", database);
    }

    JdbcTemplate in(String database) {
        return new JdbcTemplate(new DriverManagerDataSource(url(database), "postgres", ""));
    }

    /** Rows inserted by table, once those who inserted them have gone. */
    Map<String, Long> inserted(String database) {
        Map<String, Long> rows = new TreeMap<>();
        in(database).query(
                "select relname, n_tup_ins from pg_stat_user_tables where n_tup_ins > 0 and relname !~ ? order by relname",
                row -> {
                    rows.put(row.getString(1), row.getLong(2));
                },
                ABOUT_MODELS);
        return rows;
    }

    /** The costliest statements in a database: calls, milliseconds, rows, text; needs pg_stat_statements. */
    String statements(String database) {
        admin().execute("create extension if not exists pg_stat_statements");
        StringBuilder lines = new StringBuilder();
        admin().query("""
                select calls, round(total_exec_time), rows, left(regexp_replace(query, '\\s+', ' ', 'g'), 140)
                  from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = ?
                 order by total_exec_time desc limit 70""",
                row -> {
                    lines.append("%8d %8d %8d %s%n".formatted(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4)));
                },
                database);
        return lines.toString();
    }

    private JdbcTemplate admin() {
        return new JdbcTemplate(postgres.getPostgresDatabase());
    }
}
