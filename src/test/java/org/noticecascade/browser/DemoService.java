package org.noticecascade.browser;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.noticecascade.DemoAccounts;
import org.springframework.util.FileSystemUtils;

/** The packaged service with its demo, in a process of its own on a free port and an empty data folder. */
final class DemoService implements AutoCloseable {
    static final Path FOLDER = Path.of("target", "browser");

    private static final Path DATA = FOLDER.resolve("data").toAbsolutePath();
    private static final Path LOG = FOLDER.resolve("service.log");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final String address;

    private DemoService(Process process, int port) {
        this.process = process;
        this.address = "http://127.0.0.1:" + port;
    }

    /** Starts it and waits until it can be used. */
    static DemoService start() {
        try {
            FileSystemUtils.deleteRecursively(DATA);
            Files.createDirectories(FOLDER);
            int port = freePort();
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            System.getProperty("demo.jar", "target/demo/notice-cascade-0.1.0-SNAPSHOT-demo.jar"),
                            "--spring.profiles.active=demo",
                            "--cascade.security.machine-accounts=" + DemoAccounts.all(),
                            "--server.port=" + port,
                            "--cascade.data-folder=" + DATA))
                    .redirectErrorStream(true)
                    .redirectOutput(LOG.toFile())
                    .start();
            DemoService service = new DemoService(process, port);
            service.awaitReady();
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins with {@code http} and has no slash at its end. */
    String address() {
        return address;
    }

    /** The lines of its log so far that hold these words. */
    List<String> said(String words) {
        try (Stream<String> lines = Files.lines(LOG)) {
            return lines.filter(line -> line.contains(words)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        await("end of the service").atMost(PATIENCE).until(() -> !process.isAlive());
    }

    private void awaitReady() {
        await("start of the service, see " + LOG).atMost(PATIENCE).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The service ended, see " + LOG);
            }
            return Files.readString(LOG).contains("notice-cascade is ready");
        });
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
