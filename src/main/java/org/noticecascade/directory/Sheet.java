package org.noticecascade.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a file.
 *
 * @param name of the sheet in a workbook; {@code null} for CSV
 * @param merged ranges whose cells show one value
 */
record Sheet(@Nullable String name, List<SheetRow> rows, List<MergedRange> merged) {

    static Sheet ofCsv(List<SheetRow> rows) {
        return new Sheet(null, rows, List.of());
    }
}
