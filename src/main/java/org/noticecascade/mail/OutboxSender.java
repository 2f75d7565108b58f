package org.noticecascade.mail;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Sends what is due, page by page, until nothing is left, the rate is used up or the server fails. */
@Component
class OutboxSender {
    private final QuietHours quietHours;
    private final MailPages pages;
    private final Courier courier;
    private final ObjectProvider<JavaMailSenderImpl> server;
    private final Clock clock;

    OutboxSender(
            QuietHours quietHours,
            MailPages pages,
            Courier courier,
            ObjectProvider<JavaMailSenderImpl> server,
            Clock clock) {
        this.quietHours = quietHours;
        this.pages = pages;
        this.courier = courier;
        this.server = server;
        this.clock = clock;
    }

    /**
     * One look into the outbox.
     *
     * @param stopping asked before each mail; what is claimed and not sent yet is put back
     * @return how many mails the server accepted
     */
    int run(BooleanSupplier stopping) {
        int sent = 0;
        boolean goOn = mayMail() && pages.tidy();
        while (goOn && !stopping.getAsBoolean() && mayMail()) {
            MailPages.Page page = pages.next();
            if (page.mails().isEmpty()) {
                break;
            }
            Courier.Delivery delivery = deliver(page, stopping);
            sent += delivery.sent();
            goOn = delivery.goOn();
        }
        return sent;
    }

    /** Whether there is a server to send to. */
    boolean isUsable() {
        return SmtpConnection.usable(server).isPresent();
    }

    private Courier.Delivery deliver(MailPages.Page page, BooleanSupplier stopping) {
        try (SmtpConnection smtp = new SmtpConnection(server.getObject())) {
            return courier.deliver(page, smtp, stopping);
        }
    }

    private boolean mayMail() {
        return quietHours.mayMail(clock.instant());
    }
}
