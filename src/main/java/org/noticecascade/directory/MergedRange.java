package org.noticecascade.directory;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;

/**
 * Cells of a sheet that were merged into one: only the first holds the value.
 *
 * @param reference such as {@code A2:A5}
 * @param firstRow from 1
 * @param firstColumn from 0
 */
record MergedRange(String reference, int firstRow, int lastRow, int firstColumn, int lastColumn) {
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");

    /** Empty for what is no range. */
    static Optional<MergedRange> of(String reference) {
        Matcher parts = REFERENCE.matcher(reference);
        return parts.matches()
                ? Optional.of(new MergedRange(
                        reference,
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(4)),
                        CellReference.convertColStringToIndex(parts.group(1)),
                        CellReference.convertColStringToIndex(parts.group(3))))
                : Optional.empty();
    }

    boolean hasColumn(int position) {
        return firstColumn <= position && position <= lastColumn;
    }

    boolean isWide() {
        return firstColumn < lastColumn;
    }
}
