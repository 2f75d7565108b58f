package org.noticecascade.directory;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    ImportResult run(Table table, boolean dryRun, ImportProgress progress) {
        Problems problems = new Problems(table);
        List<Person> existing = people.all();
        Set<String> codes =
                units.all().stream().filter(Unit::active).map(Unit::code).collect(Collectors.toSet());
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
                    problems.inOrder());
        }
        List<PersonChange> changes = changes(rows, existing);
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
                List.of());
    }

    private static List<PersonChange> changes(List<PersonRow> rows, List<Person> existing) {
        Map<String, Person> byId = new HashMap<>();
        existing.forEach(person -> byId.put(person.userId(), person));
        List<PersonChange> changes = new ArrayList<>();
        for (PersonRow row : rows) {
            Person before = byId.get(requireNonNull(row.userId()));
            Person after = person(row, before == null || before.active());
            if (!after.equals(before)) {
                changes.add(new PersonChange(before, after));
            }
        }
        return changes;
    }

    private static Person person(PersonRow row, boolean active) {
        return new Person(
                requireNonNull(row.userId()),
                requireNonNull(row.unitCode()),
                requireNonNull(row.name()),
                nullIfEmpty(row.email()),
                nullIfEmpty(row.phone()),
                requireNonNull(row.language()),
                row.roles(),
                active);
    }

    private static @Nullable String nullIfEmpty(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
