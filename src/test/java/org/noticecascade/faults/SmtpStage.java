package org.noticecascade.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.noticecascade.mail.FakeSmtp;
import org.noticecascade.mail.FakeSmtp.Accepted;

/** The mail server of a run: misbehaves as told, goes away and comes back at the same port, keeps whatever it took. */
final class SmtpStage implements AutoCloseable {
    private final List<Accepted> before = new ArrayList<>();
    private final int port;
    private FakeSmtp server;

    SmtpStage() {
        server = new FakeSmtp(0);
        port = server.port();
    }

    int port() {
        return port;
    }

    void is(FakeSmtp.Mood mood) {
        server.is(mood);
    }

    void denies(String address) {
        server.denies(address);
    }

    /** Takes mail number {@code every}, twice {@code every}... and hangs up without saying so; counts how often. */
    AtomicInteger losesEveryAnswer(int every) {
        AtomicInteger lost = new AtomicInteger();
        server.losesAnswer(number -> {
            boolean lose = number % every == 0;
            if (lose) {
                lost.incrementAndGet();
            }
            return lose;
        });
        return lost;
    }

    /** Does something once so many mails were taken, before the client hears of the last one. */
    void afterTaking(int mails, Runnable action) {
        server.losesAnswer(number -> {
            if (number == mails) {
                action.run();
            }
            return false;
        });
    }

    /** Takes so long for each mail, as servers far away do. */
    void takesItsTime(Duration each) {
        server.losesAnswer(number -> {
            LockSupport.parkNanos(each.toNanos());
            return false;
        });
    }

    /** Nobody listens any more. */
    void goesAway() throws IOException {
        server.close();
        before.addAll(server.accepted());
    }

    void comesBack() {
        server = new FakeSmtp(port);
    }

    /** Everything taken so far. */
    List<Accepted> taken() {
        List<Accepted> all = new ArrayList<>(before);
        all.addAll(server.accepted());
        return all;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
