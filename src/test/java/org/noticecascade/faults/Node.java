package org.noticecascade.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.noticecascade.DemoAccounts;
import org.springframework.util.FileSystemUtils;

/** One node of the service: the packaged jar in a process of its own, which can be killed. */
final class Node implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "faults");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    static final Path PACKAGED = Path.of(System.getProperty("faults.jar", "target/notice-cascade-0.1.0-SNAPSHOT.jar"));
    /** The same with the demo's people, whom the service's own jar does not have. */
    static final Path WITH_DEMO =
            Path.of(System.getProperty("demo.jar", "target/demo/notice-cascade-0.1.0-SNAPSHOT-demo.jar"));

    private static final List<String> JAR = List.of("-jar", PACKAGED.toString());
    private static final List<String> DEMO_JAR = List.of("-jar", WITH_DEMO.toString());

    /** Days and pauses are as short as the service allows; the day is a working day in the load, whatever it is. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("server.address", "127.0.0.1"),
            Map.entry("cascade.security.machine-accounts", DemoAccounts.all()),
            // one account stands for many people here
            Map.entry("cascade.limits.account.calls-at-once", "1000"),
            Map.entry("cascade.limits.account.calls-per-second", "100000"),
            Map.entry("cascade.limits.account.burst", "1000000"),
            Map.entry("cascade.drafts.documents", "100000"),
            Map.entry("spring.datasource.hikari.maximum-pool-size", "12"),
            Map.entry("spring.mail.host", "127.0.0.1"),
            Map.entry("spring.mail.properties[mail.smtp.starttls.required]", "false"),
            Map.entry("spring.mail.properties[mail.smtp.timeout]", "2000"),
            Map.entry("cascade.mail.from", "通知督办 <notice@example.org>"),
            Map.entry("cascade.mail.poll", "1s"),
            Map.entry("cascade.mail.max-per-minute", "100000"),
            Map.entry("cascade.mail.claim-time", "1m"),
            Map.entry("cascade.mail.max-attempts", "3"),
            Map.entry("cascade.mail.retry-pauses", "1s"),
            Map.entry("cascade.mail.breaker.first-pause", "1s"),
            Map.entry("cascade.mail.breaker.longest-pause", "2s"),
            Map.entry("cascade.mail.hours.from", "00:00"),
            Map.entry("cascade.mail.hours.until", "23:59:59"),
            Map.entry("cascade.patrol.cron", "0 0 0 * * ?"),
            Map.entry("cascade.patrol.page-size", "100"),
            Map.entry("camunda.bpm.job-execution.lock-time-in-millis", "20000"));

    private final Path log;
    private final Process process;
    private final int port;
    private final boolean people;

    private Node(Path log, Process process, int port, boolean people) {
        this.log = log;
        this.process = process;
        this.port = port;
        this.people = people;
    }

    /**
     * Starts the process and does not wait for it.
     *
     * @param name of its log file
     * @param more settings of this node only
     */
    static Node launch(String name, int port, Database database, int smtpPort, Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>(SETTINGS);
        settings.put("server.port", String.valueOf(port));
        settings.put("spring.mail.port", String.valueOf(smtpPort));
        settings.put("cascade.data-folder", FOLDER.resolve(name).toString());
        settings.putAll(database.settings());
        settings.putAll(more);
        return start(name, port, "", JAR, settings);
    }

    /** A node with the demo's people; {@code limit} is a shell command that runs before it, such as {@code ulimit}. */
    static Node withPeople(String name, int port, String limit, Map<String, String> more) {
        return start(name, port, limit, DEMO_JAR, demo(port, more));
    }

    private static Map<String, String> demo(int port, Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>(SETTINGS);
        settings.keySet().removeIf(key -> key.startsWith("spring.mail"));
        settings.put("server.port", String.valueOf(port));
        settings.put("spring.profiles.active", "demo");
        settings.put("camunda.bpm.job-execution.max-wait", "1000");
        settings.putAll(more);
        return settings;
    }

    /** As {@link #withPeople}, started by other options of Java than {@code -jar} and the jar. */
    static Node unpacked(String name, int port, String limit, List<String> program, Map<String, String> more) {
        return start(name, port, limit, program, demo(port, more));
    }

    /** The service's own jar with these settings and no others. */
    static Node alone(String name, Map<String, String> settings) {
        return start(name, 0, "", JAR, settings);
    }

    /**
     * Runs {@code --check --verify-ledger} of the packaged jar to its end; the ledger comes first. That jar has no settings
     * of the demo and would not start with them.
     */
    static Node check(String name, Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>(more);
        settings.keySet().removeIf(setting -> setting.startsWith("cascade.demo."));
        settings.put("check", "");
        settings.put("verify-ledger", "");
        Node node = start(name, 0, "", JAR, settings);
        node.awaitEnd();
        return node;
    }

    private static Node start(String name, int port, String limit, List<String> program, Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(program);
        settings.forEach((key, value) -> command.add("--" + key + (value.isEmpty() ? "" : "=" + value)));
        try {
            Files.createDirectories(FOLDER);
            Path log = FOLDER.resolve(name + ".log");
            if (!limit.isEmpty()) {
                command.addAll(0, List.of("bash", "-c", limit + " && exec \"$@\"", "limited"));
            }
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new Node(log, process, port, settings.containsValue("demo"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder for one node's files, with nothing in it. */
    static Path emptyFolder(String name) throws IOException {
        Path folder = FOLDER.resolve(name).toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        return Files.createDirectories(folder);
    }

    Node awaitStarted() {
        return awaitSaid("Started NoticeCascadeApplication");
    }

    /** People can sign in, and what is done at start is begun. */
    Node awaitReady() {
        return awaitSaid(people ? "notice-cascade is ready" : "Started NoticeCascadeApplication");
    }

    Node awaitSaid(String text) {
        await("'%s' in %s".formatted(text, log)).atMost(PATIENCE).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The node ended, see " + log);
            }
            return said(text) > 0;
        });
        return this;
    }

    int port() {
        return port;
    }

    /** Both found nothing, in a process that has ended. */
    Node foundNothing() {
        assertThat(process.exitValue()).as("exit code of %s", log).isZero();
        assertThat(said("The ledger is intact")).as("see %s", log).isOne();
        assertThat(said("Checked, nothing differs")).as("see %s", log).isOne();
        return this;
    }

    Path log() {
        return log;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9}: nothing is put back, nothing is said. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** In how many lines of its log a text occurs. */
    long said(String text) {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(text)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it in good order. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        await("end of " + log).atMost(PATIENCE).until(() -> !process.isAlive());
    }
}
