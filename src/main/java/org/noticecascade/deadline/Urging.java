package org.noticecascade.deadline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import org.noticecascade.NoticeCascadeApplication;
import org.noticecascade.Refusal;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Person;
import org.noticecascade.directory.Role;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.noticecascade.notice.Assignment;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reminds a unit by hand (催办): its staff and its lead, at most once per working day. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Urging {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of(NoticeCascadeApplication.ZONE));
    private static final List<Role> TOLD = List.of(Role.STAFF, Role.LEAD);

    private final Reminders reminders;
    private final Judge judge;
    private final Ledger ledger;
    private final People people;
    private final ObjectProvider<Post> posts;

    Urging(Reminders reminders, Judge judge, Ledger ledger, People people, ObjectProvider<Post> posts) {
        this.reminders = reminders;
        this.judge = judge;
        this.ledger = ledger;
        this.people = people;
        this.posts = posts;
    }

    /**
     * Urges the unit.
     *
     * @return the working day it counts for, and the one whose mail tells of it
     * @throws Refusal if it is not the unit's turn, or it was urged for that day already, saying when
     */
    public Urged urge(Assignment unit) {
        requireItsTurn(unit);
        LocalDate day = judge.days().onOrAfter(judge.today());
        if (reminders.urgedOn(unit.id(), day)) {
            throw urgedAlready(unit);
        }
        LocalDate mailDay = remind(unit, day);
        record(unit, Act.URGED, inMailOf(mailDay));
        return new Urged(day, mailDay);
    }

    /** Urges the unit on the occasion of an escalation; having been urged that day is no obstacle. */
    void urgeAgain(Assignment unit, String reason) {
        LocalDate day = judge.days().onOrAfter(judge.today());
        String mail = reminders.urgedOn(unit.id(), day) ? "" : inMailOf(remind(unit, day));
        record(unit, Act.ESCALATION_URGED, "%s %s".formatted(reason, mail).strip());
    }

    private LocalDate remind(Assignment unit, LocalDate day) {
        try {
            TOLD.forEach(role -> reminders.urge(unit, day, role));
        } catch (DuplicateKeyException somebodyElseJustDid) {
            throw urgedAlready(unit);
        }
        List<String> told = people.of(unit.unitCode()).stream()
                .filter(person -> TOLD.stream().anyMatch(person.roles()::contains))
                .map(Person::userId)
                .toList();
        return posts.stream()
                .map(post -> post.urged(day, told))
                .max(Comparator.naturalOrder())
                .orElse(day);
    }

    private static String inMailOf(LocalDate day) {
        return "计入 %s 的邮件".formatted(day);
    }

    private void record(Assignment unit, Act act, String reason) {
        ledger.onAssignment(
                unit.noticeId(), unit.id(), unit.unitCode(), act, unit.stage().label(), reason);
    }

    private static void requireItsTurn(Assignment unit) {
        if (!unit.stage().isOwnWork()) {
            throw Refusal.conflict(
                    "该单位当前为“%s”，没有需要它办理的事项，无需催办。".formatted(unit.stage().label()),
                    "The unit is in the stage %s and has nothing to do itself; there is nothing to urge."
                            .formatted(unit.stage()));
        }
    }

    private Refusal urgedAlready(Assignment unit) {
        String last = ledger.last(unit.id(), Act.URGED)
                .map(entry -> MOMENT.format(entry.at()))
                .orElse(judge.today().toString());
        return Refusal.conflict(
                "该单位已于 %s 催办过，同一单位每个工作日只催办一次，请下一个工作日再催。".formatted(last),
                "The unit was urged at %s already; once per working day is enough. Urge again on the next working day."
                        .formatted(last));
    }
}
