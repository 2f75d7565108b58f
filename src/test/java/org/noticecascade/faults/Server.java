package org.noticecascade.faults;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The PostgreSQL server of the runs; it can be stopped and started again on the same data and port (Linux only). Commits
 * wait for the log, as by default: the embedded server's own setting loses the last ones in a crash.
 */
final class Server {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path LOG = Path.of("target", "faults", "postgres.log");

    final EmbeddedPostgres postgres;

    Server() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a stop treats the clients. */
    enum Stop {
        /** As a crash: nothing is written out, the next start recovers from the log. */
        IMMEDIATE("QUIT"),
        /** Transactions are ended, what was committed is written out. */
        FAST("INT");

        private final String signal;

        Stop(String signal) {
            this.signal = signal;
        }
    }

    /** Stops the process itself, stays away for a while and starts it as it was started before. */
    void restart(Stop how, Duration away) {
        JdbcTemplate sql = new JdbcTemplate(postgres.getPostgresDatabase());
        Path folder = Path.of(sql.queryForObject("show data_directory", String.class));
        try {
            long pid = Long.parseLong(
                    Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
            ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
            List<String> command = commandOf(pid);
            new ProcessBuilder("kill", "-" + how.signal, String.valueOf(pid))
                    .start()
                    .waitFor();
            await("end of PostgreSQL").atMost(PATIENCE).until(() -> !process.isAlive());
            await("time away").pollDelay(away).atMost(away.plus(PATIENCE)).until(() -> true);
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        await("start of PostgreSQL, see " + LOG).atMost(PATIENCE).until(() -> answers(sql));
    }

    /** PostgreSQL refuses root: as root it was started in a user namespace of its own, and is so again. */
    private static List<String> commandOf(long pid) throws IOException {
        String line = Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"), StandardCharsets.UTF_8);
        List<String> command = new ArrayList<>(List.of(line.split("\0")));
        command.set(
                0,
                Files.readSymbolicLink(Path.of("/proc", String.valueOf(pid), "exe"))
                        .toString());
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(0, List.of("unshare", "-U"));
        }
        return command;
    }

    private static boolean answers(JdbcTemplate sql) {
        try {
            return Integer.valueOf(1).equals(sql.queryForObject("select 1", Integer.class));
        } catch (DataAccessException notYet) {
            return false;
        }
    }
}
