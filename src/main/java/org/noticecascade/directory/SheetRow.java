package org.noticecascade.directory;

import java.util.List;

/** @param line the physical line (CSV) or row number (XLSX) where the row begins, from 1 */
record SheetRow(int line, List<SheetCell> cells) {

    boolean isBlank() {
        return cells.stream().allMatch(SheetCell::isBlank);
    }

    SheetCell cell(int position) {
        return position < cells.size() ? cells.get(position) : SheetCell.EMPTY;
    }
}
