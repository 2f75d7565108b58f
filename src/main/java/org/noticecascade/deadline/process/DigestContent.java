package org.noticecascade.deadline.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.noticecascade.deadline.OpenItems;
import org.noticecascade.deadline.OpenItems.Urge;
import org.noticecascade.directory.Person;
import org.noticecascade.mail.Letter;
import org.noticecascade.mail.Letters;
import org.noticecascade.mail.MailContent;
import org.noticecascade.mail.MailItem;
import org.noticecascade.mail.MailKind;
import org.noticecascade.mail.Outbox;
import org.noticecascade.mail.OutboxMail;
import org.springframework.stereotype.Component;

/** Everything a person was to be told of on that day and still has to do. */
@Component
class DigestContent implements MailContent {
    private final OpenItems open;
    private final Outbox outbox;
    private final MailItems items;

    DigestContent(OpenItems open, Outbox outbox, MailItems items) {
        this.open = open;
        this.outbox = outbox;
        this.items = items;
    }

    @Override
    public MailKind kind() {
        return MailKind.DIGEST;
    }

    @Override
    public Optional<Letter> write(OutboxMail mail, Person recipient) {
        Instant lastTold = outbox.lastDigestOf(mail.userId());
        Map<Long, Urge> urges = open.urgesToldOn(mail.day(), mail.userId(), lastTold);
        List<MailItem> still = open.toldOn(mail.day(), mail.userId(), lastTold).stream()
                .map(item -> items.of(item, urges.get(item.assignmentId()), recipient))
                .toList();
        return still.isEmpty() ? Optional.empty() : Optional.of(Letters.digest(recipient, mail.day(), still));
    }
}
