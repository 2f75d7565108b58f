package org.noticecascade.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, started wrongly: a line with cause and cure, an exit code, and nothing begun. */
@Tag("faults")
@Tag("faults-quick")
class WrongStartTest {
    private static final String SECRET = "geheim-4711";

    @TempDir
    private Path folder;

    private record Ended(int code, List<String> lines) {
        String all() {
            return String.join("\n", lines);
        }
    }

    @Test
    void aMisspeltProfile() throws Exception {
        assertOneLine(start(Map.of(), "--spring.profiles.active=postgresql"), 1, "postgres");
    }

    @Test
    void theDatabasesVariablesWithoutTheProfile() throws Exception {
        assertOneLine(
                start(Map.of("CASCADE_DB_URL", "jdbc:postgresql://db/x")), 1, "--spring.profiles.active=postgres");
    }

    @Test
    void anUnknownSettingAndAnUnknownVariable() throws Exception {
        assertOneLine(
                start(Map.of("CASCADE_MAIL_FORM", "x"), "--cascade.batch.sise=5"),
                1,
                "cascade.batch.size",
                "CASCADE_MAIL_FROM");
    }

    @Test
    void anUnknownOption() throws Exception {
        assertOneLine(start(Map.of(), "--import=none.csv", "--dryrun"), 2, "--dry-run");
    }

    @Test
    void aCheckOfNothing() throws Exception {
        Ended ended = start(Map.of(), "--verify-ledger", "--check");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.all()).contains("there is no database file").doesNotContain("Tomcat", "ENGINE-");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aSecretThatIsTooShort() throws Exception {
        Ended ended = start(Map.of(), "--cascade.monitoring.scrape-token=" + SECRET);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines().get(ended.lines().size() - 1)).contains("cascade.monitoring.scrape-token", "32");
        assertThat(ended.all()).doesNotContain(SECRET, "\tat ");
    }

    @Test
    void aDatabaseThatIsAway() throws Exception {
        Ended ended = start(
                Map.of(
                        "CASCADE_DB_URL", "jdbc:postgresql://127.0.0.1:9/cascade",
                        "CASCADE_DB_USER", "cascade",
                        "CASCADE_DB_PASSWORD", SECRET),
                "--spring.profiles.active=postgres");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines().stream().filter(line -> line.contains("\"ERROR\"") || line.contains("\"WARN\"")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("the database cannot be reached", "127.0.0.1:9"));
        assertThat(ended.all()).doesNotContain(SECRET, "stack_trace");
    }

    private void assertOneLine(Ended ended, int code, String... words) {
        assertThat(ended.code()).isEqualTo(code);
        assertThat(ended.lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains(words));
        assertThat(folder.resolve("data")).as("nothing was begun").doesNotExist();
    }

    private Ended start(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-jar",
                Node.PACKAGED.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(variables);
        builder.environment().put("SERVER_PORT", "0");
        Process process = builder.start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), Files.readAllLines(log));
    }
}
