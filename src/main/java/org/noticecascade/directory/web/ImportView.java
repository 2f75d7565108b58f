package org.noticecascade.directory.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.directory.ImportKind;
import org.noticecascade.directory.Problem;

/**
 * An import as HTTP shows it.
 *
 * @param step what is being done, for a person to read
 * @param percent 0 to 100
 * @param kind {@code null} until the file was read
 * @param sheet the sheet of a workbook that was read: the first visible one
 */
record ImportView(
        String id,
        String fileName,
        boolean dryRun,
        ImportState state,
        String step,
        int percent,
        @Nullable ImportKind kind,
        @Nullable String sheet,
        int rows,
        int created,
        int updated,
        int unchanged,
        List<String> ignoredColumns,
        List<Problem> problems,
        List<Problem> notes) {}
