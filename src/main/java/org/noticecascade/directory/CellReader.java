package org.noticecascade.directory;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.noticecascade.PlainText;

/** Reads single cells of a table and reports what no column may hold. */
class CellReader {
    private static final Pattern FORMULA_START = Pattern.compile("^[=+@\\-＝＋＠－]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\x{2028}\\x{2029}\\x{FFFD}]");
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z]+");

    private final Table table;
    private final Problems problems;

    CellReader(Table table, Problems problems) {
        this.table = table;
        this.problems = problems;
    }

    /** The value without white space around it, empty if blank, {@code null} if refused and reported. */
    @Nullable
    String text(SheetRow row, Column column) {
        Integer position = table.positions().get(column);
        if (position == null) {
            return null;
        }
        SheetCell cell = row.cell(position);
        String value = cell.trimmed();
        if (cell.kind() != SheetCell.Kind.TEXT) {
            notText(row, column, cell);
        } else if (value.isEmpty() && column.required()) {
            blank(row, column);
        } else if (FORMULA_START.matcher(value).find() && (column.required() || !value.equals(PersonRow.NONE))) {
            formula(row, column, value);
        } else if (INVISIBLE.matcher(value).find()) {
            refuse(
                    row,
                    column,
                    value.replaceAll("\\s+", " "),
                    "含有换行或看不见的字符。请重新输入这一格。",
                    "holds a line break or an invisible character. Type the cell again.");
        } else if (value.length() > column.maxLength()) {
            refuse(
                    row,
                    column,
                    value,
                    "过长：%d 个字符，最多 %d 个。请缩短。".formatted(value.length(), column.maxLength()),
                    "is too long: %d characters, at most %d. Shorten it."
                            .formatted(value.length(), column.maxLength()));
        } else {
            return PlainText.unified(value);
        }
        return null;
    }

    /** Whether the row says 在用 or 停用; {@code null} if it says nothing. */
    @Nullable
    Boolean active(SheetRow row, Column column) {
        String value = text(row, column);
        if (value == null || value.isEmpty()) {
            return null;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "在用", "在职", "启用", "active" -> true;
            case "停用", "离职", "撤销", "inactive" -> false;
            default -> {
                refuse(
                        row,
                        column,
                        value,
                        "只能填 在用 或 停用；留空表示不变。",
                        "must be active or inactive; blank leaves it as it is.");
                yield null;
            }
        };
    }

    /** Like {@link #text}; letters and digits only, as the engine demands of ids. */
    @Nullable
    String id(SheetRow row, Column column) {
        String value = text(row, column);
        if (value == null || value.isEmpty() || ID.matcher(value).matches()) {
            return value;
        }
        refuse(
                row,
                column,
                value,
                "只能由英文字母和数字组成。请去掉其他字符。",
                "may hold letters and digits only. Take out everything else.");
        return null;
    }

    void refuse(SheetRow row, Column column, String value, String chinese, String english) {
        problems.add(
                row.line(),
                column,
                value,
                "“%s”%s".formatted(column.label(), chinese),
                "'%s' %s".formatted(column.id(), english));
    }

    private void blank(SheetRow row, Column column) {
        refuse(row, column, "", "不能为空。请填写。", "is blank. Fill it in.");
    }

    private void formula(SheetRow row, Column column, String value) {
        refuse(
                row,
                column,
                value,
                "以 = + - @ 开头，会被表格软件当作公式。请去掉开头的符号（电话前的 + 可写作 00）。",
                "begins with = + - @, which spreadsheets take for a formula. Remove it (write 00 for the + of a "
                        + "telephone number).");
    }

    private void notText(SheetRow row, Column column, SheetCell cell) {
        switch (cell.kind()) {
            case FORMULA ->
                refuse(row, column, "=" + cell.text(), "是公式。请改成文字。", "is a formula. Replace it by its text.");
            case NUMBER ->
                refuse(
                        row,
                        column,
                        cell.text(),
                        "是数字格式，前面的 0 可能已丢失。请把整列设为“文本”格式后重新输入，或使用模板。",
                        "is a numeric cell, which may have lost its leading zeros. Format the column as text and type it "
                                + "again, or use the template.");
            default -> refuse(row, column, cell.text(), "不是文字。请改成文本格式。", "is not text. Format the cell as text.");
        }
    }
}
