package org.noticecascade.consistency.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noticecascade.platform.Migrations;
import org.noticecascade.platform.start.NotStarted;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The commands that only read: no engine, no web server, two connections that cannot write. */
class ReadOnlyProgramTest {

    @ParameterizedTest
    @CsvSource({
        "--check, true",
        "--verify-ledger, true",
        "--verify-ledger=1:ab --check, true",
        "--check --repair, false",
        "--import=a.csv, false",
        "--server.port=0, false"
    })
    void isMeantByTheseOptions(String arguments, boolean meant) {
        assertThat(ReadOnlyCommands.isMeant(List.of(arguments.split(" ")))).isEqualTo(meant);
    }

    @Test
    void cannotWriteToAnH2File(@TempDir Path folder) {
        String url = "jdbc:h2:file:" + folder.resolve("cascade");
        assertThatThrownBy(() -> run(url, "sa", "")).hasStackTraceContaining("90146");
        assertThat(folder).as("no file was made").isEmptyDirectory();

        migrate(url, "sa", "H2");
        assertThatIsReadOnly(url, "sa");
    }

    @Test
    void cannotWriteToPostgres() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            assertThatThrownBy(() -> run(url, "postgres", "")).isInstanceOf(NotStarted.class);

            migrate(url, "postgres", "PostgreSQL");
            assertThatIsReadOnly(url, "postgres");
        }
    }

    private static void assertThatIsReadOnly(String url, String user) {
        try (ConfigurableApplicationContext program = run(url, user, "")) {
            HikariDataSource pool = program.getBean(HikariDataSource.class);
            JdbcClient jdbc = program.getBean(JdbcClient.class);
            assertThat(pool.getMaximumPoolSize()).isEqualTo(2);
            assertThat(jdbc.sql("select count(*) from ledger").query(Long.class).single())
                    .isZero();
            assertThatThrownBy(() ->
                            jdbc.sql("update ledger_head set position = 1").update())
                    .hasStackTraceContaining("read");
            assertThat(program.containsBean("processEngine")).isFalse();
        }
    }

    private static ConfigurableApplicationContext run(String url, String user, String password) {
        SpringApplication program = new SpringApplication(ReadOnlyProgram.class);
        program.setWebApplicationType(WebApplicationType.NONE);
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user,
                "--spring.datasource.password=" + password));
        return program.run(arguments.toArray(String[]::new));
    }

    private static void migrate(String url, String user, String product) {
        Flyway.configure()
                .dataSource(url, user, "")
                .placeholders(Migrations.words(product))
                .load()
                .migrate();
    }
}
