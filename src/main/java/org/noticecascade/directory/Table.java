package org.noticecascade.directory;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noticecascade.PlainText;

/**
 * A file's rows under the columns its first row names.
 *
 * @param sheet the name of the sheet that was read; {@code null} for CSV
 * @param rows without blank ones
 * @param ignoredColumns headings that are no column of this kind
 */
record Table(
        ImportKind kind,
        @Nullable String sheet,
        SheetRow headings,
        Map<Column, Integer> positions,
        List<SheetRow> rows,
        List<String> ignoredColumns,
        List<Problem> headingProblems) {

    private static final int MOST_MERGED_NAMED = 100;

    static Table of(String fileName, Sheet sheet) {
        List<SheetRow> filled =
                sheet.rows().stream().filter(row -> !row.isBlank()).toList();
        if (filled.isEmpty()) {
            throw UnreadableFile.of(
                    fileName,
                    (sheet.name() == null ? "文件" : "第一个可见的工作表“%s”".formatted(sheet.name())) + "是空的。请按模板填写后再导入。",
                    (sheet.name() == null ? "The file" : "The first visible sheet, '%s',".formatted(sheet.name()))
                            + " is empty. Fill in the template and try again.");
        }
        SheetRow headings = filled.get(0);
        Table table = new Table(
                kindOf(sheet.name(), headings),
                sheet.name(),
                headings,
                new EnumMap<>(Column.class),
                filled.subList(1, filled.size()),
                new ArrayList<>(),
                new ArrayList<>());
        table.readHeadings();
        table.findWideRows();
        table.findMerged(sheet.merged());
        return table;
    }

    /** The heading as the file has it, or the column's own name where it is missing. */
    String heading(Column column) {
        Integer position = positions.get(column);
        return position == null
                ? column.id()
                : PlainText.oneLine(headings.cell(position).trimmed());
    }

    private static ImportKind kindOf(@Nullable String sheet, SheetRow headings) {
        long units = matches(ImportKind.UNITS, headings);
        long persons = matches(ImportKind.PERSONS, headings);
        if (Math.max(units, persons) < 2) {
            throw new UnreadableFile(new Problem(
                    headings.line(),
                    "",
                    headings.cells().stream().map(SheetCell::trimmed).collect(Collectors.joining(",")),
                    (sheet == null ? "" : "工作表“%s”：".formatted(sheet))
                            + "认不出表头。单位文件须有列：%s；人员文件须有列：%s。请使用模板。"
                                    .formatted(listed(ImportKind.UNITS), listed(ImportKind.PERSONS)),
                    (sheet == null ? "" : "Sheet '%s': ".formatted(sheet))
                            + "The headings are not recognized. A file of units has the columns code, parent_code, name, level; "
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
            String heading = PlainText.oneLine(headings.cell(position).text()).strip();
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

    /** Only the first cell of a merged range has the value: the others would be taken for blank ones. */
    private void findMerged(List<MergedRange> merged) {
        TreeSet<Integer> lines = new TreeSet<>(rows.stream().map(SheetRow::line).toList());
        lines.add(headings.line());
        merged.stream()
                .filter(range -> hidesCells(range, lines))
                .flatMap(range -> columnIn(range).map(column -> mergedProblem(range, column, lines)).stream())
                .limit(MOST_MERGED_NAMED)
                .forEach(headingProblems::add);
    }

    private static boolean hidesCells(MergedRange range, TreeSet<Integer> lines) {
        Integer first = lines.ceiling(range.firstRow());
        if (first == null || first > range.lastRow()) {
            return false;
        }
        Integer second = lines.higher(first);
        return range.isWide() || (second != null && second <= range.lastRow());
    }

    private Optional<Column> columnIn(MergedRange range) {
        return positions.entrySet().stream()
                .filter(place -> range.hasColumn(place.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Problem mergedProblem(MergedRange range, Column column, TreeSet<Integer> lines) {
        return new Problem(
                requireNonNull(lines.ceiling(range.firstRow())),
                heading(column),
                range.reference(),
                "%s 是合并的单元格，只有第一格有内容，其余各格会被当作空白。请取消合并，并在每一格中填写。".formatted(range.reference()),
                "%s is merged: only its first cell has a value, the others would be taken for blank. Unmerge it and fill "
                                .formatted(range.reference())
                        + "in each cell.");
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
                            "这一行的单元格比表头多。若内容里有逗号、分号等分隔符，请用英文双引号括起来。",
                            "This row has more cells than there are headings. Put quotes around a value that holds a "
                                    + "comma or another separator.")));
        }
    }
}
