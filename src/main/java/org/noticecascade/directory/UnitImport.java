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
    private final DirectoryWriter writer;
    private final ObjectProvider<DirectoryChanges> followers;

    UnitImport(Units units, DirectoryWriter writer, ObjectProvider<DirectoryChanges> followers) {
        this.units = units;
        this.writer = writer;
        this.followers = followers;
    }

    /** Tells everybody who follows the directory. */
    void tell(Consumer<DirectoryChanges> what) {
        followers.orderedStream().forEach(what);
    }

    ImportResult run(Table table, boolean dryRun, ImportProgress progress) {
        Problems problems = new Problems(table);
        List<Unit> existing = units.all();
        List<UnitRow> rows = UnitRow.read(table, problems);
        progress.at(Stage.CHECKING, 1, 2);
        new UnitGraphCheck(existing, problems).check(rows);
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
                    problems.inOrder());
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
                List.of());
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
                    before == null || before.active());
            if (!after.equals(before)) {
                changes.add(new UnitChange(before, after));
            }
        }
        changes.sort(Comparator.comparingInt(change -> change.after().level().depth()));
        return changes;
    }
}
