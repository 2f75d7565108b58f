package org.noticecascade.directory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A file's rows under the columns its first row names.
 *
 * @param rows without blank ones
 * @param ignoredColumns headings that are no column of this kind
 */
record Table(
        ImportKind kind,
        SheetRow headings,
        Map<Column, Integer> positions,
        List<SheetRow> rows,
        List<String> ignoredColumns,
        List<Problem> headingProblems) {

    static Table of(String fileName, List<SheetRow> sheet) {
        List<SheetRow> filled = sheet.stream().filter(row -> !row.isBlank()).toList();
        if (filled.isEmpty()) {
            throw UnreadableFile.of(
                    fileName, "文件是空的。请按模板填写后再导入。", "The file is empty. Fill in the template and try again.");
        }
        SheetRow headings = filled.get(0);
        Table table = new Table(
                kindOf(headings),
                headings,
                new EnumMap<>(Column.class),
                filled.subList(1, filled.size()),
                new ArrayList<>(),
                new ArrayList<>());
        table.readHeadings();
        table.findWideRows();
        return table;
    }

    /** The heading as the file has it, or the column's own name where it is missing. */
    String heading(Column column) {
        Integer position = positions.get(column);
        return position == null ? column.id() : headings.cell(position).trimmed();
    }

    private static ImportKind kindOf(SheetRow headings) {
        long units = matches(ImportKind.UNITS, headings);
        long persons = matches(ImportKind.PERSONS, headings);
        if (Math.max(units, persons) < 2) {
            throw new UnreadableFile(new Problem(
                    headings.line(),
                    "",
                    headings.cells().stream().map(SheetCell::trimmed).collect(Collectors.joining(",")),
                    "认不出表头。单位文件须有列：%s；人员文件须有列：%s。请使用模板。"
                            .formatted(listed(ImportKind.UNITS), listed(ImportKind.PERSONS)),
                    "The headings are not recognized. A file of units has the columns code, parent_code, name, level; "
                            + "a file of persons user_id, unit_code, name, role, email, phone, language. "
                            + "Use the template."));
        }
        return units >= persons ? ImportKind.UNITS : ImportKind.PERSONS;
    }

    private static long matches(ImportKind kind, SheetRow headings) {
        return headings.cells().stream()
                .filter(cell -> Column.of(kind, cell.text()).isPresent())
                .count();
    }

    private static String listed(ImportKind kind) {
        return Column.of(kind).stream()
                .map(column -> column.label() + " " + column.id())
                .collect(Collectors.joining("、"));
    }

    private void readHeadings() {
        for (int position = 0; position < headings.cells().size(); position++) {
            String heading = headings.cell(position).trimmed();
            int here = position;
            Column.of(kind, heading).ifPresentOrElse(column -> place(column, here), () -> {
                if (!heading.isEmpty()) {
                    ignoredColumns.add(heading);
                }
            });
        }
        Column.of(kind).stream()
                .filter(column -> !positions.containsKey(column) && !column.mayBeMissing())
                .forEach(column -> headingProblems.add(new Problem(
                        headings.line(),
                        column.id(),
                        "",
                        "缺少列“%s”（%s）。请在第 %d 行表头中补上这一列；选填的内容可以留空。"
                                .formatted(column.label(), column.id(), headings.line()),
                        "Column '%s' is missing. Add it to the headings in row %d; its cells may be blank only if the "
                                        .formatted(column.id(), headings.line())
                                + "value is optional.")));
    }

    private void place(Column column, int position) {
        if (positions.putIfAbsent(column, position) != null) {
            headingProblems.add(new Problem(
                    headings.line(),
                    headings.cell(position).trimmed(),
                    "",
                    "列“%s”出现了两次。请只保留一列。".formatted(column.label()),
                    "Column '%s' appears twice. Keep only one.".formatted(column.id())));
        }
    }

    private void findWideRows() {
        int width = headings.cells().size();
        for (SheetRow row : rows) {
            row.cells().stream()
                    .skip(width)
                    .filter(cell -> !cell.isBlank())
                    .findFirst()
                    .ifPresent(cell -> headingProblems.add(new Problem(
                            row.line(),
                            "",
                            cell.text(),
                            "这一行的单元格比表头多。若内容里有逗号，请用英文双引号括起来。",
                            "This row has more cells than there are headings. Put quotes around a value that holds a "
                                    + "comma.")));
        }
    }
}
