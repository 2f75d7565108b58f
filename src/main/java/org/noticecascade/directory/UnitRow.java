package org.noticecascade.directory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file of units; a cell that was refused is {@code null}.
 *
 * @param parentCode empty for none
 * @param active {@code null} to leave it as it is
 */
record UnitRow(
        SheetRow row,
        @Nullable String code,
        @Nullable String parentCode,
        @Nullable String name,
        @Nullable Level level,
        @Nullable Boolean active) {

    static List<UnitRow> read(Table table, Problems problems) {
        CellReader cells = new CellReader(table, problems);
        List<UnitRow> rows = new ArrayList<>();
        for (SheetRow row : table.rows()) {
            rows.add(new UnitRow(
                    row,
                    cells.id(row, Column.CODE),
                    cells.id(row, Column.PARENT_CODE),
                    cells.text(row, Column.UNIT_NAME),
                    level(row, cells),
                    cells.active(row, Column.UNIT_STATUS)));
        }
        return rows;
    }

    private static @Nullable Level level(SheetRow row, CellReader cells) {
        String text = cells.text(row, Column.LEVEL);
        if (text == null) {
            return null;
        }
        Level level = Level.of(text).orElse(null);
        if (level == null) {
            cells.refuse(
                    row,
                    Column.LEVEL,
                    text,
                    "不是已知的层级。请填写：总局、司局、省级、地级、县级、乡级之一。",
                    "is no level. Write one of HQ, DEPARTMENT, PROVINCE, PREFECTURE, COUNTY, TOWNSHIP.");
        }
        return level;
    }

    /** Whether the unit works once the file is in. */
    boolean isActive(@Nullable Unit before) {
        return active != null ? active : before == null || before.active();
    }

    int line() {
        return row.line();
    }

    /** Whether there is a superior to look at. */
    boolean hasParent() {
        return parentCode != null && !parentCode.isEmpty();
    }
}
