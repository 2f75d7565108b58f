package org.noticecascade.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Refusal;
import org.noticecascade.Scenario;
import org.noticecascade.platform.Migrations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the H2 of these tests, with a notice under way in it, to an empty PostgreSQL. */
@Tag("database")
@ProcessTest
class DatabaseMoveTest {
    private static final String NINGXIA = "640000";

    @Autowired
    private DataSource source;

    @Autowired
    private Scenario scenario;

    private EmbeddedPostgres server;
    private JdbcClient target;

    @BeforeEach
    void makeTheTarget() throws IOException {
        server = EmbeddedPostgres.builder().start();
        DataSource database = server.getPostgresDatabase();
        target = JdbcClient.create(database);
        Flyway.configure()
                .dataSource(database)
                .placeholders(Migrations.words("PostgreSQL"))
                .load()
                .migrate();
        new StandaloneProcessEngineConfiguration()
                .setProcessEngineName("move-target")
                .setDataSource(database)
                .setDatabaseSchemaUpdate("true")
                .setJobExecutorActivate(false)
                .setHistory("activity")
                .buildProcessEngine()
                .close();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void everyRowOfEveryTableArrives() throws SQLException {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        Map<String, Long> before = countsOf(JdbcClient.create(source));

        Map<String, Long> copied = move();

        assertThat(copied).containsAllEntriesOf(before);
        assertThat(countsOf(target)).isEqualTo(before);
        assertThat(before.get("assignment")).isPositive();
        assertThat(before.get("act_ru_task")).isPositive();
        assertThat(target.sql("select title from notice where id = :id")
                        .param("id", notice)
                        .query(String.class)
                        .single())
                .isEqualTo(JdbcClient.create(source)
                        .sql("select title from notice where id = :id")
                        .param("id", notice)
                        .query(String.class)
                        .single());
    }

    @Test
    void bytesMomentsAndNumbersArriveAsTheyAre() throws SQLException {
        scenario.issueTo(NINGXIA);
        move();

        for (String question : List.of(
                "select count(*) || ' ' || sum(octet_length(bytes_)) from act_ge_bytearray",
                "select max(extract(epoch from at)) || ' ' || min(extract(epoch from at)) from ledger",
                "select max(start_time_) || '' from act_hi_procinst",
                "select max(due_date) || ' ' || count(*) from assignment where not waiting")) {
            assertThat(normal(target, question)).as(question).isEqualTo(normal(JdbcClient.create(source), question));
        }
    }

    @Test
    void newRowsAreNumberedBehindThoseThatCame() throws SQLException {
        scenario.issueTo(NINGXIA);
        move();
        long highest =
                target.sql("select max(id) from ledger").query(Long.class).single();

        target.sql("insert into ledger (at, actor, act) values (now(), 'x', 'SIGNED')")
                .update();

        assertThat(target.sql("select max(id) from ledger").query(Long.class).single())
                .isEqualTo(highest + 1);
    }

    @Test
    void foreignKeysAreThereAgain() throws SQLException {
        String question = "select count(*) from pg_constraint where contype = 'f'";
        long before = target.sql(question).query(Long.class).single();

        move();

        assertThat(target.sql(question).query(Long.class).single())
                .isEqualTo(before)
                .isGreaterThan(50);
    }

    @Test
    void aDatabaseInUseIsLeftAlone() throws SQLException {
        target.sql("insert into unit (code, name, level) values ('999999', 'x', 'HQ')")
                .update();
        target.sql("insert into person (user_id, unit_code, name) values ('somebody', '999999', 'x')")
                .update();

        assertThatThrownBy(this::move).isInstanceOf(Refusal.class).hasMessageContaining("目标库已有数据");

        assertThat(target.sql("select count(*) from unit").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void anotherVersionIsRefused() {
        target.sql("delete from flyway_schema_history where version = '7'").update();

        assertThatThrownBy(this::move).isInstanceOf(Refusal.class).hasMessageContaining("版本不同");
    }

    private Map<String, Long> move() throws SQLException {
        try (Connection from = source.getConnection();
                Connection to = server.getPostgresDatabase().getConnection()) {
            return new DatabaseMove(from, to).run();
        }
    }

    private Map<String, Long> countsOf(JdbcClient database) {
        Map<String, Long> counts = new TreeMap<>();
        target
                .sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !table.startsWith("flyway"))
                .forEach(table -> counts.put(
                        table,
                        database.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single()));
        return counts;
    }

    private static String normal(JdbcClient database, String question) {
        return database.sql(question).query(String.class).single().replaceAll("(\\.\\d*?)0+(?=\\D|$)", "$1");
    }
}
