package org.noticecascade.calendar;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An arrangement as an operator types it: a line for each day off and each make-up day, {@code 2027-01-01, OFF, 元旦}.
 *
 * <p>Full-width letters, digits and commas, {@code 、}, tabs, {@code 2027年1月1日（星期五）}, 放假 and 上班 are understood;
 * empty lines, lines with # and characters that cannot be seen are left out.
 */
final class ArrangementText {
    private static final Pattern LINE = Pattern.compile("([^,\uFF0C\u3001;\uFF1B\\t]+)[,\uFF0C\u3001;\uFF1B\\t]"
            + "([^,\uFF0C\u3001;\uFF1B\\t]+)[,\uFF0C\u3001;\uFF1B\\t](.+)");
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})[-\u2010-\u2015/.年](\\d{1,2})[-\u2010-\u2015/.月](\\d{1,2})日?"
                    + "(?:[(\\[〔【](?:星期|周|礼拜)?([一二三四五六日天])[)\\]〕】]|(?:星期|周|礼拜)([一二三四五六日天]))?");
    private static final String WEEKDAYS = "一二三四五六日";
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\t]]");
    private static final int LONGEST_NAME = 100;

    private final String source;
    private final List<ArrangementProblem> problems = new ArrayList<>();
    private final TreeMap<LocalDate, Integer> lines = new TreeMap<>();
    private final List<CalendarDay> days = new ArrayList<>();

    private ArrangementText(String source) {
        this.source = source;
    }

    static ArrangementText read(String text, String source) {
        var read = new ArrangementText(source);
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = UNSEEN.matcher(lines[i]).replaceAll("").strip();
            if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("\uFF03")) {
                read.line(i + 1, line);
            }
        }
        return read;
    }

    /** The days that could be read, in the order of the text, each date once. */
    List<CalendarDay> days() {
        return days;
    }

    List<ArrangementProblem> problems() {
        return problems;
    }

    /** The line a date stands in. */
    int lineOf(LocalDate date) {
        return lines.getOrDefault(date, 0);
    }

    private void line(int number, String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()
                || parts.group(3).isBlank()
                || parts.group(3).strip().length() > LONGEST_NAME) {
            wrong(number, "应为“日期, OFF 或 WORK, 节日名称”", "should be: date, OFF or WORK, name of the holiday");
            return;
        }
        Optional<LocalDate> date = date(number, parts.group(1).strip());
        Optional<CalendarDay.Kind> kind = kind(number, parts.group(2).strip());
        if (date.isPresent() && kind.isPresent()) {
            add(number, new CalendarDay(date.get(), kind.get(), parts.group(3).strip(), source));
        }
    }

    private void add(int number, CalendarDay day) {
        Integer before = lines.putIfAbsent(day.date(), number);
        if (before == null) {
            days.add(day);
        } else {
            wrong(
                    number,
                    "%s 与第 %d 行重复".formatted(day.date(), before),
                    "%s is in line %d already".formatted(day.date(), before));
        }
    }

    private Optional<LocalDate> date(int number, String text) {
        Matcher parts = DATE.matcher(plain(text));
        try {
            if (parts.matches()) {
                LocalDate date = LocalDate.of(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)));
                return fallsOn(number, date, parts.group(4) == null ? parts.group(5) : parts.group(4))
                        ? Optional.of(date)
                        : Optional.empty();
            }
        } catch (DateTimeException noSuchDay) {
            // said below
        }
        wrong(number, "“%s”不是日期".formatted(text), "'%s' is no date".formatted(text));
        return Optional.empty();
    }

    /** A day of the week that does not fit shows that the date was mistyped. */
    private boolean fallsOn(int number, LocalDate date, @Nullable String weekday) {
        char actual = WEEKDAYS.charAt(date.getDayOfWeek().getValue() - 1);
        if (weekday == null || weekday.replace('天', '日').charAt(0) == actual) {
            return true;
        }
        wrong(
                number,
                "%s 是星期%c，不是星期%s".formatted(date, actual, weekday),
                "%s is a %s, not what stands behind it"
                        .formatted(date, date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
        return false;
    }

    private Optional<CalendarDay.Kind> kind(int number, String text) {
        switch (plain(text).toUpperCase(Locale.ROOT)) {
            case "OFF", "放假", "休", "休息" -> {
                return Optional.of(CalendarDay.Kind.OFF);
            }
            case "WORK", "上班", "班", "调休上班" -> {
                return Optional.of(CalendarDay.Kind.WORK);
            }
            default -> {
                wrong(number, "“%s”应为 OFF（放假）或 WORK（上班）".formatted(text), "'%s' should be OFF or WORK".formatted(text));
                return Optional.empty();
            }
        }
    }

    /** Half-width letters, digits and brackets, no blanks. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private void wrong(int number, String chinese, String english) {
        problems.add(new ArrangementProblem(
                number, "第 %d 行：%s。".formatted(number, chinese), "Line %d: %s.".formatted(number, english)));
    }
}
