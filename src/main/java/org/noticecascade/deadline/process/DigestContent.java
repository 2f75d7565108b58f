package org.noticecascade.deadline.process;

import java.util.List;
import java.util.Optional;
import org.noticecascade.deadline.OpenItems;
import org.noticecascade.directory.Person;
import org.noticecascade.mail.Letter;
import org.noticecascade.mail.Letters;
import org.noticecascade.mail.MailContent;
import org.noticecascade.mail.MailItem;
import org.noticecascade.mail.MailKind;
import org.noticecascade.mail.OutboxMail;
import org.springframework.stereotype.Component;

/** Everything a person was to be told of on that day and still has to do. */
@Component
class DigestContent implements MailContent {
    private final OpenItems open;
    private final MailItems items;

    DigestContent(OpenItems open, MailItems items) {
        this.open = open;
        this.items = items;
    }

    @Override
    public MailKind kind() {
        return MailKind.DIGEST;
    }

    @Override
    public Optional<Letter> write(OutboxMail mail, Person recipient) {
        List<MailItem> still = open.remindedOn(mail.day(), mail.userId()).stream()
                .map(item -> items.of(item, recipient))
                .toList();
        return still.isEmpty() ? Optional.empty() : Optional.of(Letters.digest(recipient, mail.day(), still));
    }
}
