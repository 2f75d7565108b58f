package org.noticecascade.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an arrangement must keep: make-up days are weekends, the statutory days are off, its days lie in its year or in
 * the days before its New Year, and no other arrangement names them.
 */
final class ArrangementCheck {
    private static final int NEW_YEAR_FROM = 20;

    private final int year;
    private final ArrangementText text;
    private final Map<LocalDate, CalendarDay> ofOthers;
    private final List<ArrangementProblem> problems = new ArrayList<>();

    private ArrangementCheck(int year, ArrangementText text, Map<LocalDate, CalendarDay> ofOthers) {
        this.year = year;
        this.text = text;
        this.ofOthers = ofOthers;
    }

    /**
     * Lists what is wrong.
     *
     * @param ofOthers the days other arrangements name
     */
    static List<ArrangementProblem> problemsOf(int year, ArrangementText text, Map<LocalDate, CalendarDay> ofOthers) {
        var check = new ArrangementCheck(year, text, ofOthers);
        text.days().forEach(check::day);
        check.statutoryDays();
        return check.problems;
    }

    private void day(CalendarDay day) {
        LocalDate date = day.date();
        if (!belongs(date)) {
            wrong(
                    date,
                    "不在 %d 年内，也不是其元旦前的日子".formatted(year),
                    "is not in %d nor in the days before its New Year".formatted(year));
        }
        if (day.kind() == CalendarDay.Kind.WORK && !isWeekend(date)) {
            wrong(date, "本来就是工作日，调休上班只能是周六或周日", "is a weekday; a make-up day is a Saturday or Sunday");
        }
        CalendarDay other = ofOthers.get(date);
        if (other != null) {
            wrong(date, "已由“%s”规定".formatted(other.source()), "is named by '%s' already".formatted(other.source()));
        }
    }

    private boolean belongs(LocalDate date) {
        return date.getYear() == year
                || (date.getYear() == year - 1
                        && date.getMonth() == Month.DECEMBER
                        && date.getDayOfMonth() >= NEW_YEAR_FROM);
    }

    private void statutoryDays() {
        new TreeMap<>(StatutoryHolidays.of(year)).forEach((date, name) -> {
            boolean off =
                    text.days().stream().anyMatch(day -> day.date().equals(date) && day.kind() == CalendarDay.Kind.OFF);
            if (!off) {
                problems.add(new ArrangementProblem(
                        text.lineOf(date),
                        "缺少法定节假日 %s（%s）。".formatted(date, name),
                        "The statutory holiday %s (%s) is missing.".formatted(date, name)));
            }
        });
    }

    private void wrong(LocalDate date, String chinese, String english) {
        int line = text.lineOf(date);
        problems.add(new ArrangementProblem(
                line,
                "第 %d 行：%s %s。".formatted(line, date, chinese),
                "Line %d: %s %s.".formatted(line, date, english)));
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
