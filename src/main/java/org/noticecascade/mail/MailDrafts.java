package org.noticecascade.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.noticecascade.deputy.Deputies;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Person;
import org.springframework.stereotype.Component;

/** Asks, at the moment of sending, who reads a mail and what it says. */
@Component
class MailDrafts {
    private final Map<MailKind, MailContent> contents;
    private final People people;
    private final Deputies deputies;
    private final MailMessages messages;
    private final Clock clock;

    MailDrafts(List<MailContent> contents, People people, Deputies deputies, MailMessages messages, Clock clock) {
        this.contents = contents.stream().collect(Collectors.toMap(MailContent::kind, Function.identity()));
        this.people = people;
        this.deputies = deputies;
        this.messages = messages;
        this.clock = clock;
    }

    /** Never throws: what goes wrong with one mail must not stop the others. */
    Draft of(Claimed claimed, Session session) {
        try {
            return people.find(claimed.mail().userId())
                    .filter(Person::active)
                    .map(person -> draft(claimed, person, session))
                    .orElseGet(() -> new Draft.Nothing("The person has left."));
        } catch (RuntimeException e) {
            return new Draft.Broken(e);
        }
    }

    private Draft draft(Claimed claimed, Person person, Session session) {
        MailContent content = contents.get(claimed.mail().kind());
        if (content == null) {
            throw new IllegalStateException("No MailContent bean writes %s mails"
                    .formatted(claimed.mail().kind()));
        }
        Person reader = deputies.actingFor(person, LocalDate.now(clock))
                .filter(deputy -> hasAddress(deputy))
                .orElse(person);
        Optional<Letter> letter = content.write(claimed.mail(), reader);
        if (letter.isEmpty()) {
            return new Draft.Nothing("Nothing was left to say.");
        }
        if (!hasAddress(reader)) {
            return new Draft.Unreachable("Person %s has no mail address.".formatted(person.userId()));
        }
        return message(claimed, person, reader, letter.get(), session);
    }

    private Draft message(Claimed claimed, Person person, Person reader, Letter letter, Session session) {
        try {
            return new Draft.Ready(messages.write(claimed.messageId(), person, reader, letter, session));
        } catch (MessagingException e) {
            return new Draft.Unreachable("Person %s has no usable mail address: %s"
                    .formatted(reader.userId(), String.valueOf(e.getMessage())));
        }
    }

    private static boolean hasAddress(Person person) {
        return person.email() != null && !person.email().isBlank();
    }
}
