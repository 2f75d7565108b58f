package org.noticecascade.deadline.process;

import java.util.Objects;
import java.util.Optional;
import org.noticecascade.deadline.Escalation;
import org.noticecascade.deadline.Escalations;
import org.noticecascade.deadline.OpenItems;
import org.noticecascade.directory.Person;
import org.noticecascade.mail.Letter;
import org.noticecascade.mail.Letters;
import org.noticecascade.mail.MailContent;
import org.noticecascade.mail.MailKind;
import org.noticecascade.mail.OutboxMail;
import org.springframework.stereotype.Component;

/** An overdue stage of a unit below that waits for a measure. */
@Component
class EscalationContent implements MailContent {
    private final Escalations escalations;
    private final OpenItems open;
    private final MailItems items;

    EscalationContent(Escalations escalations, OpenItems open, MailItems items) {
        this.escalations = escalations;
        this.open = open;
        this.items = items;
    }

    @Override
    public MailKind kind() {
        return MailKind.ESCALATION;
    }

    @Override
    public Optional<Letter> write(OutboxMail mail, Person recipient) {
        Escalation escalation = escalations.get(Objects.requireNonNull(mail.subjectId()));
        return escalation.status() == Escalation.Status.OPEN
                ? open.of(escalation.assignmentId())
                        .map(item -> Letters.escalation(recipient, items.of(item, recipient)))
                : Optional.empty();
    }
}
