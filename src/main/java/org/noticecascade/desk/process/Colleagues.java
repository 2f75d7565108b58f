package org.noticecascade.desk.process;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Person;
import org.noticecascade.directory.Role;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.springframework.stereotype.Component;

/** The people behind a task's candidate groups, and the record of what passes between them. */
@Component
class Colleagues {
    private final People people;
    private final Ledger ledger;

    Colleagues(People people, Ledger ledger) {
        this.people = people;
        this.ledger = ledger;
    }

    /** Active persons of the units and roles these engine groups stand for, by user id. */
    List<Person> of(List<String> groups) {
        return groups.stream()
                .flatMap(group -> Role.unitOf(group).stream()
                        .flatMap(unit -> people.of(unit).stream())
                        .filter(person -> groupsOf(person).contains(group)))
                .distinct()
                .toList();
    }

    private static Set<String> groupsOf(Person person) {
        return person.roles().stream()
                .map((Role role) -> role.groupOf(person.unitCode()))
                .collect(Collectors.toSet());
    }

    @Nullable
    Person find(@Nullable String userId) {
        return userId == null ? null : people.find(userId).orElse(null);
    }

    /** The name, or the user id where the directory has none. */
    String nameOf(@Nullable String userId) {
        Person person = find(userId);
        return person == null ? String.valueOf(userId) : person.name();
    }

    /** Writes into the ledger, of the unit's part where there is one, from whom a task went and to whom. */
    void record(DeskTask task, Act act, String holder, String to) {
        String from = "%s %s".formatted(task.name().split(" · ", 2)[0], holder);
        Long part = task.assignmentId();
        if (part == null) {
            ledger.onNotice(task.noticeId(), act, from, to);
        } else {
            ledger.onAssignment(task.noticeId(), part, task.unitCode(), act, from, to);
        }
    }
}
