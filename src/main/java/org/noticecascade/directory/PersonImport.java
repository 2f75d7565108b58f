package org.noticecascade.directory;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.noticecascade.directory.ImportProgress.Stage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Checks a table of persons against the directory and writes what it changes. */
@Component
class PersonImport {
    private final Units units;
    private final People people;
    private final DirectoryWriter writer;
    private final OutsideAccounts outside;
    private final ObjectProvider<DirectoryChanges> followers;

    PersonImport(
            Units units,
            People people,
            DirectoryWriter writer,
            OutsideAccounts outside,
            ObjectProvider<DirectoryChanges> followers) {
        this.units = units;
        this.people = people;
        this.writer = writer;
        this.outside = outside;
        this.followers = followers;
    }

    /**
     * A known person as a file would have it, without the status.
     *
     * @throws Refusal if there is none
     */
    List<String> row(String userId) {
        Person person = people.find(userId)
                .orElseThrow(() -> Refusal.notFound(
                        "没有人员“%s”。请核对用户名。".formatted(userId),
                        "There is no person '%s'. Check the user id.".formatted(userId)));
        return List.of(
                person.userId(),
                person.unitCode(),
                person.name(),
                person.roles().stream().map(Role::name).sorted().collect(Collectors.joining(";")),
                "",
                "",
                "");
    }

    ImportResult run(Table table, boolean dryRun, ImportProgress progress) {
        Problems problems = new Problems(table);
        List<Person> existing = people.all();
        Map<String, Boolean> codes = units.all().stream().collect(Collectors.toMap(Unit::code, Unit::active));
        List<PersonRow> rows = PersonRow.read(table, problems);
        progress.at(Stage.CHECKING, 1, 2);
        new PersonCheck(codes, existing, problems).check(rows);
        new PersonIdCheck(existing, outside, problems).check(rows);
        progress.at(Stage.CHECKING, 2, 2);
        if (!problems.isEmpty()) {
            return new ImportResult(
                    ImportKind.PERSONS,
                    table.sheet(),
                    dryRun,
                    rows.size(),
                    0,
                    0,
                    0,
                    table.ignoredColumns(),
                    problems.inOrder(),
                    List.of());
        }
        Set<String> lost = outside.withoutAccount(
                existing.stream().filter(Person::active).map(Person::userId).toList());
        List<PersonChange> changes = changes(rows, existing, lost);
        if (!dryRun) {
            writer.writePeople(changes, progress);
            followers.orderedStream().forEach(follower -> follower.peopleChanged(changes, progress));
        }
        int created =
                (int) changes.stream().filter(change -> change.before() == null).count();
        return new ImportResult(
                ImportKind.PERSONS,
                table.sheet(),
                dryRun,
                rows.size(),
                created,
                changes.size() - created,
                rows.size() - changes.size(),
                table.ignoredColumns(),
                List.of(),
                notes(rows, changes, problems));
    }

    /** What a person should see before it happens: an address or number that goes, somebody who leaves or returns. */
    private static List<Problem> notes(List<PersonRow> rows, List<PersonChange> changes, Problems words) {
        Map<String, PersonRow> byId = new HashMap<>();
        rows.forEach(row -> byId.put(requireNonNull(row.userId()), row));
        List<Problem> notes = new ArrayList<>();
        for (PersonChange change : changes) {
            Person before = change.before();
            Person after = change.after();
            int line = requireNonNull(byId.get(after.userId())).line();
            if (before == null) {
                continue;
            }
            if (before.email() != null && after.email() == null) {
                notes.add(words.note(
                        line,
                        Column.EMAIL,
                        before.email(),
                        "邮箱将被清除，此人不再收到邮件。",
                        "The mail address is cleared; no mail reaches this person any more."));
            }
            if (before.phone() != null && after.phone() == null) {
                notes.add(words.note(line, Column.PHONE, before.phone(), "电话将被清除。", "The phone number is cleared."));
            }
            if (before.active() != after.active()) {
                notes.add(words.note(
                        line,
                        Column.PERSON_STATUS,
                        after.userId(),
                        after.active() ? "将恢复为在用。" : "将停用：不能登录，已认领的任务退回，不再收到邮件。",
                        after.active()
                                ? "Becomes active again."
                                : "Becomes inactive: no sign-in, claimed tasks go back, no more mails."));
            }
        }
        return notes;
    }

    private static List<PersonChange> changes(List<PersonRow> rows, List<Person> existing, Set<String> lost) {
        Map<String, Person> byId = new HashMap<>();
        existing.forEach(person -> byId.put(person.userId(), person));
        List<PersonChange> changes = new ArrayList<>();
        for (PersonRow row : rows) {
            Person before = byId.get(requireNonNull(row.userId()));
            Person after = person(row, before);
            if (!after.equals(before) || (after.active() && lost.contains(after.userId()))) {
                changes.add(new PersonChange(before, after));
            }
        }
        return changes;
    }

    private static Person person(PersonRow row, @Nullable Person before) {
        return new Person(
                requireNonNull(row.userId()),
                requireNonNull(row.unitCode()),
                requireNonNull(row.name()),
                kept(row.email(), before == null ? null : before.email()),
                kept(row.phone(), before == null ? null : before.phone()),
                row.language() != null ? row.language() : before == null ? "zh" : before.language(),
                row.roles(),
                row.isActive(before));
    }

    /** A blank cell is no wish: only the sign for none clears what the directory knows. */
    private static @Nullable String kept(@Nullable String cell, @Nullable String known) {
        if (cell == null || cell.isEmpty()) {
            return known;
        }
        return cell.equals(PersonRow.NONE) ? null : cell;
    }
}
