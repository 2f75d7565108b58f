package org.noticecascade.mail;

import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

/**
 * Debian's exim on loopback with a folder, a spool and a certificate of its own; takes mail for the people it was
 * told of. Runs as its package's user where the test is root, else as whoever runs the test. The folder is below the
 * system's temporary one, because that user may not be able to see this project.
 */
final class EximServer implements AutoCloseable {
    static final String USER = "notice";
    static final String PASSWORD = "for this test only";
    private static final String PACKAGE_USER = "Debian-exim";

    private final Path folder;
    private final int port;
    private final Process process;

    private EximServer(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    static boolean isInstalled() {
        return Stream.of("exim4", "openssl")
                .allMatch(command ->
                        Stream.of("/usr/sbin", "/usr/bin").anyMatch(place -> new File(place, command).canExecute()));
    }

    /** @param people local parts of those who have a mailbox */
    static EximServer start(Collection<String> people) throws IOException {
        Path folder = Files.createTempDirectory(
                "cascade-smtp", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        int port = freePort();
        for (String each : List.of("spool", "log", "mail")) {
            Files.createDirectory(folder.resolve(each));
        }
        Files.write(
                folder.resolve("people"),
                people.stream().map(person -> person + ": " + person).toList());
        String configuration = new ClassPathResource("mail/exim.conf")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("FOLDER", folder.toString())
                .replace("PORT", String.valueOf(port));
        Files.writeString(folder.resolve("exim.conf"), configuration);
        certificate(folder);
        EximServer server = new EximServer(folder, port, daemon(folder));
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(server::answers);
        return server;
    }

    int port() {
        return port;
    }

    /** What a client has to trust. */
    Path certificate() {
        return folder.resolve("certificate.pem");
    }

    /** The mails in one person's mailbox. */
    List<MimeMessage> mailbox(String person) {
        List<MimeMessage> mails = new ArrayList<>();
        File[] files = folder.resolve("mail/" + person + "/new").toFile().listFiles();
        for (File file : files == null ? new File[0] : files) {
            try (InputStream content = Files.newInputStream(file.toPath())) {
                mails.add(new MimeMessage(Session.getInstance(new Properties()), content));
            } catch (IOException | MessagingException e) {
                throw new IllegalStateException("Cannot read " + file, e);
            }
        }
        return mails;
    }

    /** Whose mailbox has something in it. */
    List<String> reached() {
        String[] names = folder.resolve("mail").toFile().list();
        return names == null ? List.of() : Arrays.stream(names).sorted().toList();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        process.waitFor();
        await().atMost(Duration.ofSeconds(30)) // a delivery may be about to write its last line
                .ignoreExceptions()
                .until(() -> FileSystemUtils.deleteRecursively(folder));
    }

    private boolean answers() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.getInputStream().read() == '2';
        }
    }

    private static Process daemon(Path folder) throws IOException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            run(folder, "chown", "-R", PACKAGE_USER + ":" + PACKAGE_USER, folder.toString());
            command.addAll(
                    List.of("setpriv", "--reuid=" + PACKAGE_USER, "--regid=" + PACKAGE_USER, "--clear-groups", "--"));
        }
        command.addAll(
                List.of("/usr/sbin/exim4", "-C", folder.resolve("exim.conf").toString(), "-bdf"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "exim.log").toFile())
                .start();
    }

    private static void certificate(Path folder) throws IOException {
        run(
                folder,
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost",
                "-keyout",
                "key.pem",
                "-out",
                "certificate.pem");
    }

    private static void run(Path folder, String... command) throws IOException {
        Path said = folder.resolve("said.txt");
        try {
            int exit = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("%s: %s".formatted(List.of(command), Files.readString(said)));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
