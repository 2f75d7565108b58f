package org.noticecascade.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One database of a PostgreSQL server that runs as long as this JVM; made as a copy of another. */
final class Database {
    private static final Server SERVER = new Server();

    private final String name;
    private final DataSource source;

    private Database(String name) {
        this.name = name;
        this.source = SERVER.postgres.getDatabase("postgres", name);
    }

    /** A new database with all that {@code template} has; nobody may be connected to that one. */
    static Database copyOf(String template, String name) {
        new JdbcTemplate(SERVER.postgres.getPostgresDatabase())
                .execute("create database %s template %s".formatted(name, template));
        return new Database(name);
    }

    String name() {
        return name;
    }

    Map<String, String> settings() {
        return Map.of(
                "spring.datasource.url", SERVER.postgres.getJdbcUrl("postgres", name),
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "");
    }

    JdbcClient sql() {
        return JdbcClient.create(source);
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(source);
    }

    /** One connection for all, which does not outlive a restart of the server. */
    JdbcTemplate watch() {
        return new JdbcTemplate(
                new SingleConnectionDataSource(SERVER.postgres.getJdbcUrl("postgres", name), "postgres", "", true));
    }

    long count(String from) {
        return sql().sql("select count(*) from " + from).query(Long.class).single();
    }

    /** Where patrol, mail and jobs stand, for whoever reads that something did not happen. */
    List<Map<String, Object>> state() {
        return jdbc().queryForList("""
                select 'patrol ' || status || ' swept ' || swept || ' reminded ' || reminded as state from patrol
                union all select 'mail ' || kind || ' ' || status || ' ' || count(*) || ' ' || max(coalesce(last_error, ''))
                            from mail_outbox group by kind, status
                union all select 'circuit ' || failures || ' open until ' || coalesce(open_until::text, 'closed') from mail_circuit
                union all select 'reminders ' || count(*) from reminder
                union all select 'escalations ' || count(*) from escalation
                union all select 'jobs ' || count(*) || ' without retries ' || count(*) filter (where retries_ = 0)
                            from act_ru_job""");
    }

    /** Cuts every connection as soon as it is there. */
    void keepAway(Duration howLong) {
        JdbcTemplate elsewhere = new JdbcTemplate(SERVER.postgres.getPostgresDatabase());
        elsewhere.execute("alter database %s allow_connections false".formatted(name));
        long end = System.nanoTime() + howLong.toNanos();
        while (System.nanoTime() < end) {
            elsewhere.queryForList("select pg_terminate_backend(pid) from pg_stat_activity where datname = ?", name);
        }
        elsewhere.execute("alter database %s allow_connections true".formatted(name));
    }

    /** How far ahead of the system's time the next node starts; it keeps that as long as it runs. */
    void clockAhead(String duration) {
        jdbc().update("delete from act_ge_property where name_ = 'cascade.demo.clock-ahead'");
        jdbc().update(
                        "insert into act_ge_property (name_, value_, rev_) values ('cascade.demo.clock-ahead', ?, 1)",
                        duration);
    }

    /** How many sessions wait for a lock. */
    long waiting() {
        return count("pg_stat_activity where datname = '%s' and wait_event_type = 'Lock'".formatted(name));
    }

    /** Keeps everybody from writing to a table (from reading it as well, if {@code exclusive}) until it is closed. */
    Held hold(String table, boolean exclusive) throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table %s in %s mode".formatted(table, exclusive ? "access exclusive" : "share"));
        }
        return new Held(connection);
    }

    /** A lock on a table. */
    record Held(Connection connection) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }

    /** Stops the server itself, with all its databases, and starts it again. */
    void restartServer(Server.Stop how, Duration away) {
        SERVER.restart(how, away);
    }
}
