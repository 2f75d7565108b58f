package org.noticecascade.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.noticecascade.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes in the yearly arrangement (放假安排) once it is published. Entered again, it replaces exactly its own days.
 *
 * <p>A year before 2025 had fewer statutory days than are asked for here; those years are recorded already.
 */
@Component
public class Arrangements {
    private static final int EARLIEST = 2002;
    private static final int LATEST = 2099;
    private static final int LONGEST_NUMBER = 100;

    private final CalendarDays stored;
    private final WorkingCalendar calendar;
    private final TransactionOperations transaction;
    private final ObjectProvider<ArrangementFollower> followers;

    Arrangements(
            CalendarDays stored,
            WorkingCalendar calendar,
            TransactionOperations transaction,
            ObjectProvider<ArrangementFollower> followers) {
        this.stored = stored;
        this.calendar = calendar;
        this.transaction = transaction;
        this.followers = followers;
    }

    /** The year as it is in force. */
    public ArrangedYear year(int year) {
        requirePlausible(year);
        WorkingDays days = calendar.days();
        return new ArrangedYear(
                year,
                days.isProvisional(LocalDate.of(year, Month.JANUARY, 1)),
                stored.documentNumberOf(year).orElse(null),
                months(year, days));
    }

    /** Shows the year as it would be, and what is wrong; saves nothing. */
    public ArrangementPreview preview(int year, String documentNumber, String text) {
        return preview(year, documentNumber, read(year, text));
    }

    /**
     * Saves the arrangement, tells whoever counted with the year before, and puts it into force: all of it or nothing. Once
     * it was in force without the dates that follow from it, nobody could tell any more how many days they were to keep.
     *
     * @throws Refusal naming everything that is wrong
     */
    public ArrangementSaved enter(int year, String documentNumber, String text) {
        ArrangementText read = read(year, text);
        ArrangementPreview preview = preview(year, documentNumber, read);
        if (!preview.problems().isEmpty()) {
            throw Refusal.invalid(
                    "放假安排未保存：" + joined(preview, ArrangementProblem::chinese),
                    "The arrangement was not saved: " + joined(preview, ArrangementProblem::english));
        }
        WorkingDays before = calendar.days();
        Integer moved = transaction.execute(status -> {
            stored.replace(sourceOf(year), read.days());
            stored.complete(year, documentNumber.strip());
            var entered = new ArrangementEntered(
                    year, documentNumber.strip(), before, WorkingDays.of(stored.all(), stored.completeYears()));
            return followers.stream()
                    .mapToInt(follower -> follower.follow(entered))
                    .sum();
        });
        calendar.reload();
        return new ArrangementSaved(preview, moved == null ? 0 : moved);
    }

    private static ArrangementText read(int year, String text) {
        requirePlausible(year);
        return ArrangementText.read(text, sourceOf(year));
    }

    private static void requirePlausible(int year) {
        if (year < EARLIEST || year > LATEST) {
            throw Refusal.invalid(
                    "年份应在 %d 至 %d 之间。".formatted(EARLIEST, LATEST),
                    "The year is between %d and %d.".formatted(EARLIEST, LATEST));
        }
    }

    private ArrangementPreview preview(int year, String documentNumber, ArrangementText text) {
        List<CalendarDay> others = stored.all().stream()
                .filter(day -> !day.source().equals(sourceOf(year)))
                .toList();
        List<ArrangementProblem> problems = new ArrayList<>(text.problems());
        if (documentNumber.isBlank() || documentNumber.length() > LONGEST_NUMBER) {
            problems.add(new ArrangementProblem(0, "请填写文号，最多 100 字。", "The document number is required."));
        }
        problems.addAll(ArrangementCheck.problemsOf(
                year, text, others.stream().collect(Collectors.toMap(CalendarDay::date, Function.identity()))));
        return new ArrangementPreview(year, problems, months(year, others, text.days()));
    }

    private List<ArrangementPreview.Month> months(int year, List<CalendarDay> others, List<CalendarDay> days) {
        Set<LocalDate> named = days.stream().map(CalendarDay::date).collect(Collectors.toSet());
        List<CalendarDay> together = new ArrayList<>(days);
        others.stream().filter(day -> !named.contains(day.date())).forEach(together::add);
        Set<Integer> complete = new HashSet<>(stored.completeYears());
        complete.add(year);
        return months(year, WorkingDays.of(together, complete));
    }

    private static List<ArrangementPreview.Month> months(int year, WorkingDays days) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> month(YearMonth.of(year, month), days))
                .toList();
    }

    private static ArrangementPreview.Month month(YearMonth month, WorkingDays days) {
        return new ArrangementPreview.Month(
                month.getMonthValue(),
                month.atDay(1)
                        .datesUntil(month.atEndOfMonth().plusDays(1))
                        .map(date -> new ArrangementPreview.Day(
                                date,
                                days.kindOf(date),
                                days.kindOf(date).chinese(),
                                days.holidayNameOf(date).orElse(null)))
                        .toList());
    }

    private static String joined(ArrangementPreview preview, Function<ArrangementProblem, String> words) {
        return preview.problems().stream().map(words).collect(Collectors.joining(" "));
    }

    private static String sourceOf(int year) {
        return "国务院办公厅 %d 年节假日安排".formatted(year);
    }
}
