package org.noticecascade.notice;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noticecascade.PlainText;
import org.noticecascade.Refusal;

/**
 * The fields a form sent, each read once with its bounds. A field that was not sent keeps its current value, one
 * sent as {@code null} or blank becomes {@code null}.
 */
public final class Fields {
    private final Map<String, Object> sent;
    private final Set<String> read = new HashSet<>();

    public Fields(Map<String, Object> sent) {
        this.sent = sent;
    }

    /** Text of one line of at most {@code longest} characters (code points); line breaks become blanks. */
    public @Nullable String line(String name, String label, int longest, @Nullable String current) {
        String text = text(name, label, longest, current);
        return text == null ? null : PlainText.oneLine(text);
    }

    /** Text of at most {@code longest} characters (code points), line breaks kept, without what cannot be seen. */
    public @Nullable String text(String name, String label, int longest, @Nullable String current) {
        read.add(name);
        if (!sent.containsKey(name)) {
            return current;
        }
        Object value = sent.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw wrongType(label, "文字", "text");
        }
        requireStorable(text, label);
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            throw Refusal.invalid(
                    "“%s”最多 %d 字，现有 %d 字，请精简。".formatted(label, longest, length),
                    "%s has at most %d characters, not %d.".formatted(label, longest, length));
        }
        String seen = PlainText.lines(text);
        return seen.isBlank() ? null : seen;
    }

    /** A whole number between the bounds; digits sent as text are taken too. */
    public @Nullable Integer integer(String name, String label, int least, int most, @Nullable Integer current) {
        read.add(name);
        if (!sent.containsKey(name)) {
            return current;
        }
        Object value = sent.get(name);
        if (value == null || value.toString().isBlank()) {
            return null;
        }
        try {
            int number = Integer.parseInt(value.toString().strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw wrongType(label, "整数", "a whole number");
        }
        throw Refusal.invalid(
                "“%s”应在 %d 到 %d 之间。".formatted(label, least, most),
                "%s lies between %d and %d.".formatted(label, least, most));
    }

    /** A day as {@code 2026-11-24}. */
    public @Nullable LocalDate date(String name, String label, @Nullable LocalDate current) {
        read.add(name);
        if (!sent.containsKey(name)) {
            return current;
        }
        Object value = sent.get(name);
        if (value == null || value.toString().isBlank()) {
            return null;
        }
        try {
            return plausible(LocalDate.parse(value.toString()), label);
        } catch (DateTimeParseException notADay) {
            throw wrongType(label, "日期（年-月-日）", "a date such as 2026-11-24");
        }
    }

    /**
     * Returns a day of this century.
     *
     * @throws Refusal for any other, with which neither calendar nor databases could count
     */
    public static LocalDate plausible(LocalDate day, String label) {
        if (day.getYear() < 2000 || day.getYear() >= 2100) {
            throw Refusal.invalid(
                    "“%s”的年份不对，应在 2000 到 2099 之间。".formatted(label),
                    label + ": the year is out of range (2000 to 2099).");
        }
        return day;
    }

    /**
     * Requires text that every database can keep.
     *
     * @throws Refusal if it holds NUL or half a surrogate pair
     */
    public static void requireStorable(String text, String label) {
        if (!PlainText.isStorable(text)) {
            throw Refusal.invalid(
                    "“%s”含有无法保存的字符，请删除后重试。".formatted(label), label + " holds a character that cannot be stored.");
        }
    }

    /** Refuses fields nobody read: a misspelt name would otherwise be lost in silence. */
    public void nothingElse() {
        for (String name : sent.keySet()) {
            if (!read.contains(name)) {
                throw Refusal.invalid(
                        "未知的字段“%s”，未保存。".formatted(name), "Unknown field '%s'; nothing was saved.".formatted(name));
            }
        }
    }

    private static Refusal wrongType(String label, String chinese, String english) {
        return Refusal.invalid("“%s”应填写%s。".formatted(label, chinese), "%s takes %s.".formatted(label, english));
    }

    /**
     * Returns the value of a field that must be filled in before handing in.
     *
     * @throws Refusal if it is {@code null}
     */
    public static <T> T required(@Nullable T value, String label) {
        if (value == null) {
            throw Refusal.invalid("请填写“%s”后再提交。".formatted(label), "Fill in '%s' first.".formatted(label));
        }
        return value;
    }
}
