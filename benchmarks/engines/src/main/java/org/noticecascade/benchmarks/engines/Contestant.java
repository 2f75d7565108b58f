package org.noticecascade.benchmarks.engines;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** An engine with its own database. */
abstract class Contestant {
    private static final int CONNECTIONS = 24;
    private final String name;
    private final HikariDataSource database;

    Contestant(String name, String url) {
        this.name = name;
        database = new HikariDataSource();
        database.setJdbcUrl(url);
        database.setUsername("postgres");
        database.setMaximumPoolSize(CONNECTIONS);
        database.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    }

    String name() {
        return name;
    }

    HikariDataSource database() {
        return database;
    }

    /** Starts one instance for each of these units, in one transaction. */
    abstract void start(List<String> units);

    /** Completes the task as somebody of that group. */
    abstract void complete(Work work);

    /** @param decision whether the task's answer is yes or no */
    record Work(String task, String group, boolean decision) {}

    /** Open tasks, in no order but the same for all. */
    List<Work> open(int most) throws SQLException {
        List<Work> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select t.id_, l.group_id_, t.task_def_key_ from act_ru_task t
                          join act_ru_identitylink l on l.task_id_ = t.id_
                         order by md5(l.group_id_ || '%d') limit %d""".formatted(System.nanoTime() / 1_000_000_000, most))) {
            while (rows.next()) {
                found.add(new Work(rows.getString(1), rows.getString(2), rows.getString(3).matches("(approve|confirm|review).*")));
            }
        }
        return found;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String model(String namespace, String businessKey, String more) {
        try (InputStream file = Contestant.class.getResourceAsStream("/unit.bpmn")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@ENGINE@", namespace)
                    .replace("@KEY@", businessKey)
                    .replace("@MORE@", more);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
