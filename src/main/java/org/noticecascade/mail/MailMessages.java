package org.noticecascade.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noticecascade.directory.Person;
import org.springframework.stereotype.Component;

/** Puts a mail together: text and HTML in UTF-8, fixed Message-ID, marked as written by a machine. */
@Component
class MailMessages {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailTemplates templates;
    private final MailLinks links;
    private final MailProperties properties;
    private final Clock clock;

    MailMessages(MailTemplates templates, MailLinks links, MailProperties properties, Clock clock) {
        this.templates = templates;
        this.links = links;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @param person whom the mail is for
     * @param reader who gets it: the same, or the deputy
     * @throws AddressException if the reader's address cannot be used
     */
    MimeMessage write(String messageId, Person person, Person reader, Letter letter, Session session)
            throws MessagingException {
        Language language = Language.of(reader);
        boolean deputy = !person.userId().equals(reader.userId());
        MimeMessage message = new FixedIdMessage(session, messageId);
        String subject = deputy ? MailSubject.onBehalf(language, letter.subject(), person.name()) : letter.subject();
        fillHead(message, address(String.valueOf(reader.email()), reader.name()), subject);
        message.setContent(body(letter, language, surroundings(reader, deputy ? person.name() : "")));
        message.saveChanges();
        return message;
    }

    /**
     * A mail that only shows that mail arrives.
     *
     * @throws AddressException if the address cannot be used
     */
    MimeMessage trial(String to, Session session) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        fillHead(message, address(to, null), "通知督办：测试邮件 · notice-cascade: test mail");
        message.setText(
                "收到这封邮件，说明通知督办系统的邮件设置可用。无需回复。\n\nThis mail shows that notice-cascade can send mail. Nothing is asked of you.\n",
                UTF_8);
        message.saveChanges();
        return message;
    }

    /** What all mails have: sender, reader, subject, time, and that a machine wrote them. */
    private void fillHead(MimeMessage message, InternetAddress reader, String subject) throws MessagingException {
        message.setFrom(address(properties.from(), null));
        if (properties.replyTo() != null && !properties.replyTo().isBlank()) {
            message.setReplyTo(new InternetAddress[] {address(properties.replyTo(), null)});
        }
        message.setRecipient(Message.RecipientType.TO, reader);
        message.setSubject(HeaderText.clean(subject), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
    }

    private Map<String, Object> surroundings(Person reader, String behalfOf) {
        return Map.of("reader", reader.name(), "behalfOf", behalfOf, "tasksLink", links.tasks());
    }

    private MimeMultipart body(Letter letter, Language language, Map<String, Object> surroundings)
            throws MessagingException {
        Map<String, Object> model = new HashMap<>(letter.model());
        model.putAll(surroundings);
        MimeBodyPart text = new MimeBodyPart();
        text.setText(templates.render(letter.template(), language, "txt", model), UTF_8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(templates.render(letter.template(), language, "html", model), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    /** Strict: an address that would add a header or a second recipient is refused. */
    private static InternetAddress address(String written, @Nullable String name) throws AddressException {
        InternetAddress address = new InternetAddress(written, true);
        String shown = name == null ? address.getPersonal() : name;
        try {
            return shown == null ? address : new InternetAddress(address.getAddress(), HeaderText.clean(shown), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every JVM has UTF-8", e);
        }
    }

    /** Keeps its Message-ID whenever the message is saved again, as the transport may do. */
    private static final class FixedIdMessage extends MimeMessage {
        private final String id;

        FixedIdMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
