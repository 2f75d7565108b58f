package org.noticecascade.directory;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file of persons; a cell that was refused is {@code null}.
 *
 * @param email empty to leave it as it is, {@link #NONE} for none, as {@code phone}
 * @param language {@code null} too where it says nothing
 * @param active {@code null} to leave it as it is
 */
record PersonRow(
        SheetRow row,
        @Nullable String userId,
        @Nullable String unitCode,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        Set<Role> roles,
        @Nullable Boolean active) {
    /** Written into a cell to clear what the directory knows. */
    static final String NONE = "-";

    static List<PersonRow> read(Table table, Problems problems) {
        CellReader cells = new CellReader(table, problems);
        List<PersonRow> rows = new ArrayList<>();
        for (SheetRow row : table.rows()) {
            rows.add(new PersonRow(
                    row,
                    cells.id(row, Column.USER_ID),
                    cells.id(row, Column.PERSON_UNIT),
                    cells.text(row, Column.PERSON_NAME),
                    email(row, cells),
                    cells.text(row, Column.PHONE),
                    language(row, cells),
                    roles(row, cells),
                    cells.active(row, Column.PERSON_STATUS)));
        }
        return rows;
    }

    /** Whether the person works once the file is in. */
    boolean isActive(@Nullable Person before) {
        return active != null ? active : before == null || before.active();
    }

    int line() {
        return row.line();
    }

    private static @Nullable String email(SheetRow row, CellReader cells) {
        String text = cells.text(row, Column.EMAIL);
        if (text == null || text.isEmpty() || text.equals(NONE) || MailAddress.isValid(text)) {
            return text;
        }
        cells.refuse(
                row,
                Column.EMAIL,
                text,
                "不是正确的电子邮箱地址。请改正，例如 name@example.org。",
                "is no mail address. Correct it, for example name@example.org.");
        return null;
    }

    private static @Nullable String language(SheetRow row, CellReader cells) {
        String text = cells.text(row, Column.LANGUAGE);
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "zh", "中文" -> "zh";
            case "en", "english", "英文" -> "en";
            default -> {
                cells.refuse(
                        row, Column.LANGUAGE, text, "只能填 zh（中文）或 en（英文）。", "must be zh (Chinese) or en (English).");
                yield null;
            }
        };
    }

    private static Set<Role> roles(SheetRow row, CellReader cells) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        String text = cells.text(row, Column.ROLE);
        for (String part : text == null ? new String[0] : text.split("[;；、]")) {
            Role.of(part.strip()).ifPresentOrElse(roles::add, () -> unknownRole(row, cells, part.strip()));
        }
        return roles;
    }

    private static void unknownRole(SheetRow row, CellReader cells, String part) {
        cells.refuse(
                row,
                Column.ROLE,
                part,
                "不是已知的角色。请填写经办人、负责人或督办员，多个用分号隔开。",
                "is no role. Write staff, lead or supervisor, several separated by semicolons.");
    }
}
