package org.noticecascade.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/** An SMTP server on loopback that misbehaves as told; keeps what it answered 250 to. */
public class FakeSmtp implements AutoCloseable {
    /** How it treats its clients. */
    public enum Mood {
        FINE,
        /** Closes at once, as a port nobody listens on or a server that has too much to do. */
        REFUSE,
        /** Says nothing. */
        HANG,
        /** 451 to every recipient. */
        BUSY,
        /** 550 to every recipient. */
        DENY,
        /** 421 to MAIL FROM. */
        CLOSING,
        /** Takes the whole mail and closes without an answer. */
        DROP_AFTER_DATA
    }

    public record Accepted(String recipient, String messageId, String content, Instant at) {}

    private final ServerSocket server;
    private final ExecutorService clients = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fake-smtp");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    final List<Accepted> accepted = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    private final Set<String> denied = ConcurrentHashMap.newKeySet();
    private volatile Mood mood = Mood.FINE;
    private volatile int mailsPerConnection = Integer.MAX_VALUE;
    private volatile Runnable beforeAnswer = () -> {};
    private volatile IntPredicate losesAnswer = number -> false;

    FakeSmtp() {
        this(0);
    }

    /** @param port 0 for any that is free */
    public FakeSmtp(int port) {
        try {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        clients.execute(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    public void is(Mood mood) {
        this.mood = mood;
    }

    /** 550 to this recipient only. */
    public void denies(String address) {
        denied.add(address);
    }

    /** Closes in the middle of the mail after so many. */
    void dropsAfter(int mails) {
        mailsPerConnection = mails;
    }

    /** Runs after a mail was taken and before the client hears of it. */
    void beforeAnswer(Runnable action) {
        beforeAnswer = action;
    }

    /** Asked after each mail was taken, with how many there are: whether the client hears nothing of it. */
    public void losesAnswer(IntPredicate afterSoMany) {
        losesAnswer = afterSoMany;
    }

    /** What was taken, in order. */
    public List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    void reset() {
        mood = Mood.FINE;
        mailsPerConnection = Integer.MAX_VALUE;
        beforeAnswer = () -> {};
        losesAnswer = number -> false;
        denied.clear();
        accepted.clear();
        connections.set(0);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                connections.incrementAndGet();
                clients.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (mood == Mood.REFUSE) {
                return;
            }
            if (mood == Mood.HANG) {
                client.getInputStream().read();
                return;
            }
            new Dialogue(client).run();
        } catch (IOException gone) {
            // the client hung up
        } finally {
            open.remove(client);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket client : open) {
            client.close();
        }
        clients.shutdownNow();
    }

    /** One client. */
    private final class Dialogue {
        private final BufferedReader in;
        private final OutputStream out;
        private String recipient = "";
        private int mails;

        Dialogue(Socket client) throws IOException {
            in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            out = client.getOutputStream();
        }

        void run() throws IOException {
            say("220 fake");
            String line = in.readLine();
            while (line != null && answer(line)) {
                line = in.readLine();
            }
        }

        private boolean answer(String line) throws IOException {
            String command = line.toUpperCase(java.util.Locale.ROOT);
            if (command.startsWith("MAIL") && mood == Mood.CLOSING) {
                say("421 closing");
                return false;
            }
            if (command.startsWith("RCPT")) {
                recipient = line.replaceAll(".*<(.*)>.*", "$1");
                say(verdict());
            } else if (command.startsWith("DATA")) {
                return data();
            } else if (command.startsWith("QUIT")) {
                say("221 bye");
                return false;
            } else {
                say("250 ok");
            }
            return true;
        }

        private String verdict() {
            if (mood == Mood.BUSY) {
                return "451 later";
            }
            return mood == Mood.DENY || denied.contains(recipient) ? "550 no such mailbox" : "250 ok";
        }

        private boolean data() throws IOException {
            say("354 go on");
            if (mails >= mailsPerConnection) {
                in.readLine();
                return false;
            }
            StringBuilder content = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                content.append(line).append('\n');
            }
            if (mood == Mood.DROP_AFTER_DATA) {
                return false;
            }
            mails++;
            accepted.add(new Accepted(
                    recipient,
                    content.toString().replaceAll("(?s).*?Message-ID: (<[^>]*>).*", "$1"),
                    content.toString(),
                    Instant.now()));
            if (losesAnswer.test(accepted.size())) {
                return false;
            }
            beforeAnswer.run();
            say("250 taken");
            return true;
        }

        private void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
