package org.noticecascade.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do if it was a dry run. With any problem nothing is written.
 *
 * @param kind {@code null} where the columns do not tell
 * @param sheet the sheet of a workbook that was read; {@code null} for CSV
 * @param rows rows of data in the file
 * @param ignoredColumns headings that mean nothing here
 * @param problems all of them, in the order of rows
 * @param notes what will be, or was, lost or ended; a person should read it after a dry run
 */
public record ImportResult(
        @Nullable ImportKind kind,
        @Nullable String sheet,
        boolean dryRun,
        int rows,
        int created,
        int updated,
        int unchanged,
        List<String> ignoredColumns,
        List<Problem> problems,
        List<Problem> notes) {

    /** Whether the file was, or could be, imported. */
    public boolean accepted() {
        return problems.isEmpty();
    }

    static ImportResult unreadable(boolean dryRun, Problem problem) {
        return new ImportResult(null, null, dryRun, 0, 0, 0, 0, List.of(), List.of(problem), List.of());
    }
}
