package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.noticecascade.NoticeCascadeApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two nodes, each a process of its own, started at the same moment on an empty PostgreSQL database. Each is told to
 * check a file that is not there, so that it ends by itself as soon as it has started.
 */
@Tag("own-engine")
class TwoNodesAtOnceTest {
    private static final Path FOLDER = Path.of("target", "two-nodes");
    private static EmbeddedPostgres server;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.builder().start();
        Files.createDirectories(FOLDER);
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @Test
    void bothStartAndOneOfThemMakesEverything() throws Exception {
        Process first = launch("first");
        Process second = launch("second");

        awaitEnd(first, "first");
        awaitEnd(second, "second");

        JdbcClient database = JdbcClient.create(server.getPostgresDatabase());
        assertThat(count(database, "act_re_deployment")).isEqualTo(1);
        assertThat(count(database, "act_re_procdef where version_ > 1")).isZero();
        assertThat(count(database, "unit")).isEqualTo(3_239);
        assertThat(count(database, "act_id_user where id_ = 'admin'")).isEqualTo(1);
        assertThat(count(database, "act_ru_job where handler_type_ = 'timer-start-event'"))
                .isEqualTo(1);
    }

    @Test
    void aNodeThatWaitsTooLongSaysForWhat() throws SQLException {
        try (Connection other = server.getPostgresDatabase().getConnection()) {
            other.createStatement().execute("select pg_advisory_lock(" + StartTurn.KEY + ")");

            StartTurn turn = new StartTurn(server.getPostgresDatabase(), new StartProperties(Duration.ofSeconds(1)));

            assertThatThrownBy(turn::take)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("另一个节点启动已超过 1 秒")
                    .hasMessageContaining("cascade.start.longest-wait");
        }
    }

    @Test
    void theTurnPassesOnWhenANodeHasStarted() throws SQLException {
        StartProperties settings = new StartProperties(Duration.ofSeconds(1));
        StartTurn first = new StartTurn(server.getPostgresDatabase(), settings);
        StartTurn second = new StartTurn(server.getPostgresDatabase(), settings);
        first.take();
        assertThatThrownBy(second::take).isInstanceOf(IllegalStateException.class);

        first.ready();

        second.take();
        second.destroy();
    }

    private static Process launch(String name) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NoticeCascadeApplication.class.getName(),
                        "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.hikari.maximum-pool-size=12",
                        "--camunda.bpm.admin-user.id=admin",
                        "--camunda.bpm.admin-user.password=Two-2026-cascade",
                        "--cascade.data-folder=" + FOLDER.resolve(name),
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--import=none.csv"))
                .redirectErrorStream(true)
                .redirectOutput(log(name).toFile())
                .start();
    }

    private static Path log(String name) {
        return FOLDER.resolve(name + ".log");
    }

    private static void awaitEnd(Process node, String name) throws IOException, InterruptedException {
        boolean ended = node.waitFor(4, TimeUnit.MINUTES);
        node.destroyForcibly();
        String said = Files.readString(log(name));
        assertThat(ended).as("%s ended: %s", name, said).isTrue();
        assertThat(said)
                .as(name)
                .contains("Started NoticeCascadeApplication")
                .contains("Cannot read none.csv")
                .doesNotContain("Application run failed", " ERROR ");
    }

    private static long count(JdbcClient database, String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }
}
