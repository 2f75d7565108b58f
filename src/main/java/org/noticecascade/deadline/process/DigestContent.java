package org.noticecascade.deadline.process;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.noticecascade.deadline.OpenItems;
import org.noticecascade.deadline.OpenItems.OpenItem;
import org.noticecascade.deadline.OpenItems.Urge;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Person;
import org.noticecascade.directory.Role;
import org.noticecascade.mail.Letter;
import org.noticecascade.mail.Letters;
import org.noticecascade.mail.MailContent;
import org.noticecascade.mail.MailItem;
import org.noticecascade.mail.MailKind;
import org.noticecascade.mail.Outbox;
import org.noticecascade.mail.OutboxMail;
import org.noticecascade.notice.Light;
import org.springframework.stereotype.Component;

/** Everything a person was to be told of on that day and still has to do. */
@Component
class DigestContent implements MailContent {
    private final OpenItems open;
    private final Outbox outbox;
    private final MailItems items;
    private final People people;

    DigestContent(OpenItems open, Outbox outbox, MailItems items, People people) {
        this.people = people;
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
        List<OpenItem> still = open.toldOn(mail.day(), mail.userId(), lastTold);
        if (still.isEmpty()) {
            return Optional.empty();
        }
        Predicate<OpenItem> toHandle = toHandle(mail.userId(), recipient, still);
        Map<Long, Urge> urges = open.urgesToldOn(mail.day(), mail.userId(), lastTold);
        List<MailItem> listed = still.stream()
                .sorted(Comparator.comparing(item -> !toHandle.test(item)))
                .limit(Letters.MOST_ITEMS)
                .map(item -> toHandle.test(item)
                        ? items.toHandle(item, recipient)
                        : items.of(item, urges.get(item.assignmentId()), recipient))
                .toList();
        return Optional.of(Letters.digest(recipient, mail.day(), listed, totals(still, toHandle)));
    }

    /** What waits for a decision of the person's unit; asks who they are only where something does. */
    private Predicate<OpenItem> toHandle(String userId, Person recipient, List<OpenItem> items) {
        boolean supervisor = items.stream().anyMatch(OpenItem::escalated)
                && people.find(userId)
                        .filter(person -> person.roles().contains(Role.SUPERVISOR))
                        .isPresent();
        return item -> supervisor && item.escalated() && recipient.unitCode().equals(item.superior());
    }

    private static Letters.Totals totals(List<OpenItem> items, Predicate<OpenItem> toHandle) {
        return new Letters.Totals(
                items.size(),
                count(items, item -> Light.RED.name().equals(item.light())),
                count(items, item -> Light.YELLOW.name().equals(item.light())),
                count(items, toHandle));
    }

    private static int count(List<OpenItem> items, Predicate<OpenItem> which) {
        return (int) items.stream().filter(which).count();
    }
}
