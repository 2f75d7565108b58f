package org.noticecascade.deadline.process;

import java.util.Objects;
import java.util.Optional;
import org.noticecascade.deadline.Extension;
import org.noticecascade.deadline.Extensions;
import org.noticecascade.deadline.OpenItems;
import org.noticecascade.directory.Person;
import org.noticecascade.mail.Letter;
import org.noticecascade.mail.Letters;
import org.noticecascade.mail.MailContent;
import org.noticecascade.mail.MailKind;
import org.noticecascade.mail.OutboxMail;
import org.springframework.stereotype.Component;

/** The superior's decision on more time; nothing once the unit has delivered. */
@Component
class ExtensionContent implements MailContent {
    private final Extensions extensions;
    private final OpenItems open;
    private final MailItems items;

    ExtensionContent(Extensions extensions, OpenItems open, MailItems items) {
        this.extensions = extensions;
        this.open = open;
        this.items = items;
    }

    @Override
    public MailKind kind() {
        return MailKind.EXTENSION;
    }

    @Override
    public Optional<Letter> write(OutboxMail mail, Person recipient) {
        Extension extension = extensions.get(Objects.requireNonNull(mail.subjectId()));
        return open.of(extension.assignmentId())
                .filter(item -> item.stage() == extension.stage())
                .map(item -> Letters.extension(
                        recipient,
                        items.of(item, recipient),
                        extension.status() == Extension.Status.GRANTED,
                        items.dueLabel(extension.toDue(), recipient),
                        items.dueLabel(extension.fromDue(), recipient),
                        extension.answer()));
    }
}
