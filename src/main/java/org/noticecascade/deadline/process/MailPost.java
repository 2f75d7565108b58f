package org.noticecascade.deadline.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.noticecascade.deadline.Post;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Person;
import org.noticecascade.directory.Role;
import org.noticecascade.directory.Units;
import org.noticecascade.mail.MailKind;
import org.noticecascade.mail.Outbox;
import org.noticecascade.notice.Assignment;
import org.springframework.stereotype.Component;

/** Puts what people are to be told into the outbox, in the transaction of what happened; each key once. */
@Component
class MailPost implements Post {
    private final Outbox outbox;
    private final People people;
    private final Units units;
    private final NextDigests nextDigests;
    private final Clock clock;

    MailPost(Outbox outbox, People people, Units units, NextDigests nextDigests, Clock clock) {
        this.outbox = outbox;
        this.people = people;
        this.units = units;
        this.nextDigests = nextDigests;
        this.clock = clock;
    }

    @Override
    public void digests(LocalDate day, Collection<String> userIds) {
        outbox.putDigests(day, userIds, clock.instant());
    }

    @Override
    public LocalDate urged(LocalDate day, Collection<String> userIds) {
        LocalDate first = nextDigests.firstFor(day);
        LocalDate later = nextDigests.dayAfter(first);
        List<String> late =
                outbox.putDigestsToCome(first, userIds, nextDigests.at(first), later, nextDigests.at(later));
        return late.isEmpty() ? first : later;
    }

    @Override
    public void decided(Assignment unit, long extensionId) {
        put(MailKind.EXTENSION, unit.unitCode(), Role.STAFF, extensionId);
    }

    @Override
    public void returned(Assignment unit, long submissionId) {
        put(MailKind.RETURN, unit.unitCode(), Role.STAFF, submissionId);
    }

    @Override
    public void draftReturned(long noticeId, int version) {
        people.of(units.headquarters().code(), Role.STAFF)
                .forEach(person ->
                        put(MailKind.RETURN, ReturnKeys.ofDraft(noticeId, version, person.userId()), person, noticeId));
    }

    private void put(MailKind kind, String unitCode, Role role, long subject) {
        people.of(unitCode, role)
                .forEach(person -> put(kind, "%s:%d:%s".formatted(kind, subject, person.userId()), person, subject));
    }

    private void put(MailKind kind, String key, Person person, long subject) {
        outbox.put(kind, key, person.userId(), LocalDate.now(clock), subject, clock.instant());
    }
}
