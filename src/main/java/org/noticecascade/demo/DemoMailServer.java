package org.noticecascade.demo;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * An SMTP server in this process, on a free loopback port, that keeps what it gets: no demo mail leaves the machine.
 *
 * <p>It lives in memory and empties itself when {@code cascade.demo.mail-limit} is reached.
 */
@Component
@Profile("demo")
class DemoMailServer implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(DemoMailServer.class);
    private static final String LOOPBACK = "127.0.0.1";

    private final GreenMail server = new GreenMail(new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP));
    private final AtomicInteger kept = new AtomicInteger();
    private final int most;

    DemoMailServer(DemoProperties properties) {
        this.most = properties.mailLimit();
        server.start();
        server.getUserManager().setMessageDeliveryHandler((message, address) -> {
            makeRoom();
            var users = server.getUserManager();
            var known = users.getUserByEmail(address.getEmail());
            return known != null ? known : users.createUser(address.getEmail(), address.getEmail(), "demo");
        });
    }

    String host() {
        return LOOPBACK;
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** Everything that is kept, mailbox by mailbox. */
    List<MimeMessage> all() {
        return List.of(server.getReceivedMessages());
    }

    /** The mail with this Message-ID. */
    Optional<MimeMessage> find(String messageId) {
        return Stream.of(server.getReceivedMessages())
                .filter(message -> messageId.equals(idOf(message)))
                .findFirst();
    }

    void clear() {
        try {
            server.purgeEmailFromAllMailboxes();
            kept.set(0);
        } catch (FolderException e) {
            throw new IllegalStateException("The demo mailbox cannot be emptied", e);
        }
    }

    private void makeRoom() {
        if (kept.incrementAndGet() > most) {
            LOG.info("Demo: the mailbox holds {} mails and empties itself", most);
            clear();
            kept.set(1);
        }
    }

    private static String idOf(MimeMessage message) {
        try {
            return String.valueOf(message.getMessageID());
        } catch (MessagingException e) {
            throw new IllegalStateException("A kept mail cannot be read", e);
        }
    }

    @Override
    public void destroy() {
        server.stop();
    }
}
