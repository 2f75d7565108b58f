package org.noticecascade.directory;

import static java.util.Objects.requireNonNull;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings units or persons from a file into the directory, all or nothing.
 *
 * <p>Rows add or update; what the file does not name stays. The same file a second time changes nothing. A row is the
 * whole truth about its unit or person: a blank optional cell clears the value, a role not named is taken away.
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
