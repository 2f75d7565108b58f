package org.noticecascade.directory;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.noticecascade.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings units or persons from a file into the directory, all or nothing.
 *
 * <p>Rows add or update; what the file does not name stays. The same file a second time changes nothing. A row is the
 * whole truth about roles: one not named is taken away. A blank optional cell leaves the value as it is; {@code -} clears a
 * mail address or phone number. 停用 in the column 状态 ends a unit or person, 在用 brings it back.
 */
@Component
public class DirectoryImport {
    private final ImportFiles files;
    private final UnitImport units;
    private final PersonImport persons;
    private final DirectoryWriter writer;
    private final TransactionTemplate transaction;

    DirectoryImport(
            ImportFiles files,
            UnitImport units,
            PersonImport persons,
            DirectoryWriter writer,
            TransactionTemplate transaction) {
        this.files = files;
        this.units = units;
        this.persons = persons;
        this.writer = writer;
        this.transaction = transaction;
    }

    /**
     * Ends a unit or a person, or brings one back, with the checks of a file that says so.
     *
     * @param id the unit's code or the person's user id
     * @throws Refusal if there is none, or something stands against it
     */
    public void setActive(ImportKind kind, String id, boolean active, ImportProgress progress) {
        transaction.executeWithoutResult(status -> {
            writer.lock();
            List<String> values =
                    switch (kind) {
                        case UNITS -> units.row(id);
                        case PERSONS -> persons.row(id);
                    };
            List<String> row = new ArrayList<>(values);
            row.add(active ? "active" : "inactive");
            Table table = Table.of(
                    "",
                    Sheet.ofCsv(List.of(
                            sheetRow(1, Column.of(kind).stream().map(Column::id).toList()), sheetRow(2, row))));
            ImportResult result =
                    switch (kind) {
                        case UNITS -> units.run(table, false, progress);
                        case PERSONS -> persons.run(table, false, progress);
                    };
            if (!result.accepted()) {
                throw Refusal.conflict(
                        result.problems().stream().map(Problem::messageZh).collect(Collectors.joining()),
                        result.problems().stream().map(Problem::messageEn).collect(Collectors.joining(" ")));
            }
        });
    }

    private static SheetRow sheetRow(int line, List<String> values) {
        return new SheetRow(line, values.stream().map(SheetCell::text).toList());
    }

    /**
     * Checks the file and, unless it has problems or this is a dry run, writes it together with everything that
     * follows the directory.
     *
     * @param fileName its extension, {@code .csv} or {@code .xlsx}, must be what the bytes are
     * @return what was, or would be, done; every problem found
     */
    public ImportResult run(String fileName, byte[] bytes, boolean dryRun, ImportProgress progress) {
        Table table;
        try {
            table = files.read(fileName, bytes, progress);
        } catch (UnreadableFile e) {
            return ImportResult.unreadable(dryRun, e.problem());
        }
        return requireNonNull(transaction.execute(status -> {
            if (!dryRun) {
                writer.lock();
            }
            ImportResult result =
                    switch (table.kind()) {
                        case UNITS -> units.run(table, dryRun, progress);
                        case PERSONS -> persons.run(table, dryRun, progress);
                    };
            if (!dryRun && result.accepted()) {
                units.tell(follower -> follower.imported(fileName, result, progress));
            }
            return result;
        }));
    }
}
