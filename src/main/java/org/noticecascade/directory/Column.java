package org.noticecascade.directory;

import static org.noticecascade.directory.ImportKind.PERSONS;
import static org.noticecascade.directory.ImportKind.UNITS;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.noticecascade.PlainText;

/**
 * The columns of an import file. All but {@link #mayBeMissing} must be there; the cells of those that are not required may be
 * blank.
 */
enum Column {
    CODE(UNITS, "code", 12, true, "单位编码", "编码", "单位代码", "代码"),
    PARENT_CODE(UNITS, "parent_code", 12, false, "上级编码", "上级单位编码", "上级单位代码", "上级代码"),
    UNIT_NAME(UNITS, "name", 200, true, "单位名称", "名称", "单位全称", "全称"),
    LEVEL(UNITS, "level", 12, true, "层级", "级别", "单位层级"),
    UNIT_STATUS(UNITS, "status", 10, false, "状态", "单位状态"),
    USER_ID(PERSONS, "user_id", 64, true, "用户名", "账号", "登录名"),
    PERSON_UNIT(PERSONS, "unit_code", 12, true, "单位编码", "所属单位编码", "单位代码", "所属单位代码"),
    PERSON_NAME(PERSONS, "name", 100, true, "姓名"),
    ROLE(PERSONS, "role", 100, true, "角色"),
    EMAIL(PERSONS, "email", 254, false, "邮箱", "电子邮箱", "电子邮件", "邮件地址"),
    PHONE(PERSONS, "phone", 40, false, "电话", "联系电话", "手机", "手机号"),
    LANGUAGE(PERSONS, "language", 10, false, "语言"),
    PERSON_STATUS(PERSONS, "status", 10, false, "状态", "在职状态");

    private static final Pattern UNSEEN_AND_STARS = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}*＊]");

    private final ImportKind kind;
    private final String id;
    private final int maxLength;
    private final boolean required;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> chinese;

    Column(ImportKind kind, String id, int maxLength, boolean required, String... chinese) {
        this.kind = kind;
        this.id = id;
        this.maxLength = maxLength;
        this.required = required;
        this.chinese = List.of(chinese);
    }

    static List<Column> of(ImportKind kind) {
        return Arrays.stream(values()).filter(column -> column.kind == kind).toList();
    }

    /**
     * The column a heading means, in English in any case or in Chinese. A star for "required" and
     * characters that cannot be seen do not matter.
     */
    static Optional<Column> of(ImportKind kind, String heading) {
        String plain = PlainText.unified(UNSEEN_AND_STARS.matcher(heading).replaceAll(""))
                .toLowerCase(Locale.ROOT);
        return of(kind).stream()
                .filter(column -> column.id.equals(plain) || column.chinese.contains(plain))
                .findFirst();
    }

    String id() {
        return id;
    }

    /** The Chinese heading the template uses. */
    String label() {
        return chinese.get(0);
    }

    /** In characters, as the schema has it. */
    int maxLength() {
        return maxLength;
    }

    /** Whether a file without this column is complete; what it tells then stays as it is. */
    boolean mayBeMissing() {
        return this == UNIT_STATUS || this == PERSON_STATUS;
    }

    boolean required() {
        return required;
    }
}
