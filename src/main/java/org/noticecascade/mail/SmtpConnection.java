package org.noticecascade.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/**
 * One connection for a page of mails, made when the first one is sent.
 *
 * <p>Takes its settings from Spring's sender but not its {@code send}: that tells which mails failed only after the
 * whole page, so that a node killed meanwhile would double up to a page, and it goes on through the page when the
 * server hangs, one timeout after the other.
 */
final class SmtpConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpConnection.class);

    private final JavaMailSenderImpl settings;
    private @Nullable Transport transport;

    SmtpConnection(JavaMailSenderImpl settings) {
        this.settings = settings;
    }

    /** Spring's sender, where a server is set. */
    static Optional<JavaMailSenderImpl> usable(ObjectProvider<JavaMailSenderImpl> server) {
        return Optional.ofNullable(server.getIfAvailable()).filter(sender -> StringUtils.hasText(sender.getHost()));
    }

    Session session() {
        return settings.getSession();
    }

    /** Connects and signs in; {@code null} if that went well. */
    @Nullable
    SmtpAnswer connect() {
        try {
            connected();
            return null;
        } catch (MessagingException | RuntimeException e) {
            return SmtpAnswer.unreachable(e);
        }
    }

    SmtpAnswer send(MimeMessage message) {
        Transport connected;
        try {
            connected = connected();
        } catch (MessagingException | RuntimeException e) {
            return SmtpAnswer.unreachable(e);
        }
        try {
            connected.sendMessage(message, message.getAllRecipients());
            return SmtpAnswer.ACCEPTED;
        } catch (MessagingException e) {
            return SmtpAnswer.of(e);
        }
    }

    private Transport connected() throws MessagingException {
        if (transport != null && transport.isConnected()) {
            return transport;
        }
        close();
        String protocol = settings.getProtocol();
        Transport fresh = session().getTransport(protocol == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : protocol);
        transport = fresh;
        String user = StringUtils.hasText(settings.getUsername()) ? settings.getUsername() : null;
        fresh.connect(settings.getHost(), settings.getPort(), user, user == null ? null : settings.getPassword());
        return fresh;
    }

    @Override
    public void close() {
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException e) {
                LOG.debug("The server did not say goodbye", e);
            }
            transport = null;
        }
    }
}
