package org.noticecascade.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Tries the mail server at once, past the outbox: by one mail to an address, or by connecting and signing in only. A
 * mail that was accepted ends a pause of the circuit breaker for all nodes.
 */
@Component
public class MailTrial {
    private static final Logger LOG = LoggerFactory.getLogger(MailTrial.class);

    private final ObjectProvider<JavaMailSenderImpl> server;
    private final MailMessages messages;
    private final MailCircuit circuit;

    MailTrial(ObjectProvider<JavaMailSenderImpl> server, MailMessages messages, MailCircuit circuit) {
        this.server = server;
        this.messages = messages;
        this.circuit = circuit;
    }

    /**
     * Sends one mail, at night and on days off as well.
     *
     * @param to one address
     * @throws Refusal invalid if that is no address, conflict if no server is set or it did not take the mail, with the
     *     server's words
     */
    public void send(String to) {
        JavaMailSenderImpl settings = SmtpConnection.usable(server)
                .orElseThrow(() -> Refusal.conflict(
                        "没有设置邮件服务器（spring.mail.host），测试邮件未发出。",
                        "No mail server is set (spring.mail.host); nothing was sent."));
        SmtpAnswer answer;
        try (SmtpConnection smtp = new SmtpConnection(settings)) {
            answer = smtp.send(written(to, smtp));
        }
        if (answer.result() != SmtpAnswer.Result.ACCEPTED) {
            throw Refusal.conflict(
                    "邮件服务器 %s:%d 未接受测试邮件：%s。请核对 spring.mail.* 设置。"
                            .formatted(settings.getHost(), settings.getPort(), answer.error()),
                    "Mail server %s:%d did not take the test mail: %s. Check the settings spring.mail.*."
                            .formatted(settings.getHost(), settings.getPort(), answer.error()));
        }
        circuit.succeeded();
    }

    private MimeMessage written(String to, SmtpConnection smtp) {
        try {
            return messages.trial(to, smtp.session());
        } catch (MessagingException e) {
            // sender and Reply-To come from the settings and may be the wrong ones
            String wrong = e instanceof AddressException address ? String.valueOf(address.getRef()) : to;
            throw Refusal.invalid(
                    "“%s”不是可用的邮件地址，测试邮件未发出。".formatted(wrong),
                    "'%s' is no usable mail address; nothing was sent.".formatted(wrong));
        }
    }

    /** Connects and signs in once, and writes one line where that fails; nothing is sent and no failure is counted. */
    void connectOnce() {
        JavaMailSenderImpl settings = server.getObject();
        problem(settings)
                .ifPresent(words -> LOG.warn(
                        "The mail server {}:{} cannot be used: {}. Check spring.mail.*; mails wait in the outbox meanwhile",
                        settings.getHost(),
                        settings.getPort(),
                        words));
    }

    private static Optional<String> problem(JavaMailSenderImpl settings) {
        try (SmtpConnection smtp = new SmtpConnection(settings)) {
            @Nullable SmtpAnswer refused = smtp.connect();
            return Optional.ofNullable(refused).map(SmtpAnswer::error);
        }
    }
}
