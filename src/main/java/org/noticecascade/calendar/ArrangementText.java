package org.noticecascade.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An arrangement as an operator types it: a line for each day off and each make-up day, {@code 2027-01-01, OFF, 元旦}.
 *
 * <p>Full-width commas, tabs, {@code 2027年1月1日}, 放假 and 上班 are understood; empty lines and lines with # are left
 * out.
 */
final class ArrangementText {
    private static final Pattern LINE = Pattern.compile("\\s*([^,,\\t]+)[,,\\t]\\s*([^,,\\t]+)[,,\\t]\\s*(.+?)\\s*");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
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
            if (!lines[i].isBlank() && !lines[i].strip().startsWith("#")) {
                read.line(i + 1, lines[i]);
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
        if (!parts.matches() || parts.group(3).length() > LONGEST_NAME) {
            wrong(number, "应为“日期, OFF 或 WORK, 节日名称”", "should be: date, OFF or WORK, name of the holiday");
            return;
        }
        Optional<LocalDate> date = date(parts.group(1).strip());
        Optional<CalendarDay.Kind> kind = kind(parts.group(2).strip());
        if (date.isEmpty()) {
            wrong(number, "“%s”不是日期".formatted(parts.group(1).strip()), "'%s' is no date".formatted(parts.group(1)));
        }
        if (kind.isEmpty()) {
            wrong(
                    number,
                    "“%s”应为 OFF（放假）或 WORK（上班）".formatted(parts.group(2).strip()),
                    "'%s' should be OFF or WORK".formatted(parts.group(2).strip()));
        }
        if (date.isPresent() && kind.isPresent()) {
            add(number, new CalendarDay(date.get(), kind.get(), parts.group(3), source));
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

    private static Optional<LocalDate> date(String text) {
        Matcher date = DATE.matcher(text);
        try {
            return date.matches()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(date.group(1)),
                            Integer.parseInt(date.group(2)),
                            Integer.parseInt(date.group(3))))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<CalendarDay.Kind> kind(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "OFF", "放假", "休", "休息" -> Optional.of(CalendarDay.Kind.OFF);
            case "WORK", "上班", "班", "调休上班" -> Optional.of(CalendarDay.Kind.WORK);
            default -> Optional.empty();
        };
    }

    private void wrong(int number, String chinese, String english) {
        problems.add(new ArrangementProblem(
                number, "第 %d 行：%s。".formatted(number, chinese), "Line %d: %s.".formatted(number, english)));
    }
}
