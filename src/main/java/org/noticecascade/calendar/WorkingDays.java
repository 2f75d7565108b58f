package org.noticecascade.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts in working days; an immutable snapshot of the published arrangements.
 *
 * <p>A day named by an arrangement is what the arrangement says. Any other day follows its day of the week, except
 * that a provisional year, whose arrangement is not known, also has its statutory holidays. Dates carry no time and
 * no zone: the caller decides which day it is in {@code Asia/Shanghai}.
 */
public final class WorkingDays {
    private final Map<LocalDate, CalendarDay> arranged;
    private final Set<Integer> completeYears;
    /** Lunar dates are computed once per year; the same year always gives the same days. */
    private final Map<Integer, Map<LocalDate, String>> statutory = new ConcurrentHashMap<>();

    private WorkingDays(Map<LocalDate, CalendarDay> arranged, Set<Integer> completeYears) {
        this.arranged = arranged;
        this.completeYears = completeYears;
    }

    /**
     * A calendar of these days.
     *
     * @param arranged the days that arrangements name, each date at most once
     * @param completeYears the years whose arrangement is published; every other year is provisional
     * @throws IllegalStateException if a date comes twice
     */
    public static WorkingDays of(Collection<CalendarDay> arranged, Set<Integer> completeYears) {
        return new WorkingDays(
                arranged.stream().collect(Collectors.toUnmodifiableMap(CalendarDay::date, Function.identity())),
                Set.copyOf(completeYears));
    }

    public boolean isWorkingDay(LocalDate date) {
        return kindOf(date).isWorking();
    }

    /** What the day is; a make-up day is a weekend worked, a holiday may fall on a weekend. */
    public DayKind kindOf(LocalDate date) {
        CalendarDay day = arranged.get(date);
        if (day != null && day.kind() == CalendarDay.Kind.WORK) {
            return isWeekend(date) ? DayKind.MAKE_UP_DAY : DayKind.WORKDAY;
        }
        if (day != null || statutoryName(date) != null) {
            return DayKind.HOLIDAY;
        }
        return isWeekend(date) ? DayKind.WEEKEND : DayKind.WORKDAY;
    }

    /** The holiday that a day off or a make-up day belongs to, for example 国庆节; empty on ordinary days. */
    public Optional<String> holidayNameOf(LocalDate date) {
        CalendarDay day = arranged.get(date);
        return day != null ? Optional.of(day.name()) : Optional.ofNullable(statutoryName(date));
    }

    /** Whether the year of this date has no published arrangement, so that the answer may still change. */
    public boolean isProvisional(LocalDate date) {
        return !completeYears.contains(date.getYear());
    }

    /** The first working day strictly after {@code date}. */
    public LocalDate next(LocalDate date) {
        return onOrAfter(date.plusDays(1));
    }

    /** The last working day strictly before {@code date}. */
    public LocalDate previous(LocalDate date) {
        return onOrBefore(date.minusDays(1));
    }

    public LocalDate onOrAfter(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    public LocalDate onOrBefore(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /**
     * Returns the day {@code workingDays} working days after {@code start}.
     *
     * <p>{@code start} itself never counts: issued on a Friday with one working day, a notice is due on Monday.
     *
     * @param workingDays 1 or more
     * @return a working day strictly after {@code start}
     * @throws IllegalArgumentException if {@code workingDays} is below 1
     */
    public LocalDate plus(LocalDate start, int workingDays) {
        if (workingDays < 1) {
            throw new IllegalArgumentException(
                    "Can only count 1 or more working days after %s, not %d; use onOrAfter for the day itself."
                            .formatted(start, workingDays));
        }
        LocalDate day = start;
        for (int i = 0; i < workingDays; i++) {
            day = next(day);
        }
        return day;
    }

    /**
     * Counts the working days after {@code from} up to and including {@code to}.
     *
     * @return negative when {@code to} is before {@code from}: the same count with the ends exchanged
     */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }

    private @Nullable String statutoryName(LocalDate date) {
        return isProvisional(date)
                ? statutory
                        .computeIfAbsent(date.getYear(), StatutoryHolidays::of)
                        .get(date)
                : null;
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
