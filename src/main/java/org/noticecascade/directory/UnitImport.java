package org.noticecascade.directory;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.noticecascade.directory.ImportProgress.Stage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Checks a table of units against the directory and writes what it changes. */
@Component
class UnitImport {
    private final Units units;
    private final People people;
    private final UnitWork work;
    private final DirectoryWriter writer;
    private final ObjectProvider<DirectoryChanges> followers;

    UnitImport(
            Units units,
            People people,
            UnitWork work,
            DirectoryWriter writer,
            ObjectProvider<DirectoryChanges> followers) {
        this.units = units;
        this.people = people;
        this.work = work;
        this.writer = writer;
        this.followers = followers;
    }

    /** Tells everybody who follows the directory. */
    void tell(Consumer<DirectoryChanges> what) {
        followers.orderedStream().forEach(what);
    }

    /**
     * A known unit as a file would have it, without its status.
     *
     * @throws UnknownUnit if there is none
     */
    List<String> row(String code) {
        Unit unit = units.get(code);
        return List.of(
                unit.code(),
                unit.parentCode() == null ? "" : unit.parentCode(),
                unit.name(),
                unit.level().name());
    }

    ImportResult run(Table table, boolean dryRun, ImportProgress progress) {
        Problems problems = new Problems(table);
        List<Unit> existing = units.all();
        List<UnitRow> rows = UnitRow.read(table, problems);
        progress.at(Stage.CHECKING, 1, 2);
        new UnitGraphCheck(existing, problems).check(rows);
        new UnitEndCheck(existing, people, work, problems).check(rows);
        progress.at(Stage.CHECKING, 2, 2);
        if (!problems.isEmpty()) {
            return new ImportResult(
                    ImportKind.UNITS,
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
        List<UnitChange> changes = changes(rows, existing);
        if (!dryRun) {
            writer.writeUnits(changes, progress);
            followers.orderedStream().forEach(follower -> follower.unitsChanged(changes, progress));
        }
        int created =
                (int) changes.stream().filter(change -> change.before() == null).count();
        return new ImportResult(
                ImportKind.UNITS,
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

    private static List<Problem> notes(List<UnitRow> rows, List<UnitChange> changes, Problems words) {
        Map<String, UnitRow> byCode = new HashMap<>();
        rows.forEach(row -> byCode.put(requireNonNull(row.code()), row));
        List<Problem> notes = new ArrayList<>();
        for (UnitChange change : changes) {
            Unit before = change.before();
            if (before != null && before.active() != change.after().active()) {
                notes.add(words.note(
                        requireNonNull(byCode.get(before.code())).line(),
                        Column.UNIT_STATUS,
                        before.code(),
                        change.after().active() ? "将恢复为在用。" : "将停用，不再收到新通知。",
                        change.after().active()
                                ? "Becomes active again."
                                : "Becomes inactive; no new notice reaches it."));
            }
        }
        return notes;
    }

    /** Superiors first, as the foreign key demands. */
    private static List<UnitChange> changes(List<UnitRow> rows, List<Unit> existing) {
        Map<String, Unit> byCode = new HashMap<>();
        existing.forEach(unit -> byCode.put(unit.code(), unit));
        List<UnitChange> changes = new ArrayList<>();
        for (UnitRow row : rows) {
            Unit before = byCode.get(requireNonNull(row.code()));
            Unit after = new Unit(
                    requireNonNull(row.code()),
                    row.hasParent() ? row.parentCode() : null,
                    requireNonNull(row.name()),
                    requireNonNull(row.level()),
                    row.isActive(before));
            if (!after.equals(before)) {
                changes.add(new UnitChange(before, after));
            }
        }
        changes.sort(Comparator.comparingInt(change -> change.after().level().depth()));
        return changes;
    }
}
