package org.noticecascade.demo;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.noticecascade.Refusal;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Reads what {@link DemoMailServer} kept. */
@Component
@Profile("demo")
class DemoMailbox {
    private final DemoMailServer server;

    DemoMailbox(DemoMailServer server) {
        this.server = server;
    }

    /** One line of the list. */
    record Line(String id, String address, String name, String subject, Instant sentAt) {}

    /** One mail as it looks. */
    record Opened(Line line, String html, String text) {}

    /** What was mailed, newest first. */
    List<Line> lines() {
        return server.all().stream()
                .map(DemoMailbox::line)
                .sorted(Comparator.comparing(Line::sentAt).reversed().thenComparing(Line::address))
                .toList();
    }

    Opened open(String id) {
        MimeMessage message = server.find(id)
                .orElseThrow(() -> Refusal.notFound(
                        "这封邮件已不在演示邮箱中，请刷新列表。", "This mail is no longer in the demo mailbox. Reload the list."));
        try {
            Multipart parts = (Multipart) message.getContent();
            return new Opened(line(message), part(parts, "text/html"), part(parts, "text/plain"));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("Mail %s cannot be read".formatted(id), e);
        }
    }

    private static Line line(MimeMessage message) {
        try {
            InternetAddress to = (InternetAddress) message.getAllRecipients()[0];
            return new Line(
                    message.getMessageID(),
                    to.getAddress(),
                    to.getPersonal() == null ? "" : to.getPersonal(),
                    message.getSubject(),
                    message.getSentDate().toInstant());
        } catch (MessagingException e) {
            throw new IllegalStateException("A kept mail cannot be read", e);
        }
    }

    private static String part(Multipart parts, String type) throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return String.valueOf(part.getContent());
            }
        }
        return "";
    }
}
