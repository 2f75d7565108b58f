package org.noticecascade.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arithmetic, on the seeded arrangements and beyond them. */
class WorkingDaysTest {
    private final WorkingDays days = Seeded.days();

    @ParameterizedTest
    @CsvSource({
        // mid-autumn and national holiday of 2021 with three make-up days between them
        "2021-09-19, 10, 2021-10-09",
        "2021-09-30,  1, 2021-10-08",
        "2021-10-08,  1, 2021-10-09",
        // a Saturday worked before the holiday, then the week after it
        "2021-09-17,  1, 2021-09-18",
        "2021-09-18,  1, 2021-09-22",
        // an ordinary Friday
        "2021-07-09,  1, 2021-07-12",
        "2021-07-09,  5, 2021-07-16",
        // starts on a day off, which does not count either
        "2024-02-10,  1, 2024-02-18",
        "2023-12-29,  1, 2024-01-02",
        "2025-01-27,  1, 2025-02-05",
        // into 2027, which has no arrangement yet: 1 January is a Friday
        "2026-12-31,  1, 2027-01-04",
        "2027-02-04,  1, 2027-02-09",
    })
    void countsWorkingDaysAfterTheStart(LocalDate start, int workingDays, LocalDate due) {
        assertThat(days.plus(start, workingDays)).isEqualTo(due);
        assertThat(days.between(start, due)).isEqualTo(workingDays);
        assertThat(days.between(due, start)).isEqualTo(-workingDays);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-10-09, MAKE_UP_DAY, 国庆节",
        "2021-10-01, HOLIDAY, 国庆节",
        "2021-10-02, HOLIDAY, 国庆节",
        "2021-10-10, WEEKEND,",
        "2021-10-11, WORKDAY,",
        "2020-10-01, HOLIDAY, 国庆中秋",
        // the arrangement names this Wednesday as worked; it is an ordinary working day all the same
        "2012-05-02, WORKDAY, 劳动节",
        "2022-12-31, HOLIDAY, 元旦",
        "2027-01-01, HOLIDAY, 元旦",
    })
    void namesTheKindOfDay(LocalDate date, DayKind kind, String holiday) {
        assertThat(days.kindOf(date)).isEqualTo(kind);
        assertThat(days.holidayNameOf(date).orElse(null)).isEqualTo(holiday);
        assertThat(days.isWorkingDay(date)).isEqualTo(kind.isWorking());
    }

    @Test
    void knowsOnlyTheStatutoryDaysOfAProvisionalYear() {
        Set<LocalDate> off = Stream.of(
                        "2027-01-01",
                        "2027-02-05",
                        "2027-02-06",
                        "2027-02-07",
                        "2027-02-08",
                        "2027-04-05",
                        "2027-05-01",
                        "2027-05-02",
                        "2027-06-09",
                        "2027-09-15",
                        "2027-10-01",
                        "2027-10-02",
                        "2027-10-03")
                .map(LocalDate::parse)
                .collect(Collectors.toSet());

        assertThat(LocalDate.of(2027, 1, 1).datesUntil(LocalDate.of(2028, 1, 1)))
                .filteredOn(date -> days.kindOf(date) == DayKind.HOLIDAY)
                .containsExactlyInAnyOrderElementsOf(off);
        assertThat(days.isWorkingDay(LocalDate.of(2027, 10, 4))).isTrue();
        assertThat(days.isProvisional(LocalDate.of(2027, 1, 1))).isTrue();
        assertThat(days.isProvisional(LocalDate.of(2026, 12, 31))).isFalse();
    }

    @Test
    void callsTheYearBeforeTheFirstArrangementProvisional() {
        assertThat(days.isProvisional(LocalDate.of(2001, 6, 1))).isTrue();
        assertThat(days.isWorkingDay(LocalDate.of(2001, 10, 1))).isFalse();
        assertThat(days.isWorkingDay(LocalDate.of(2001, 12, 29)))
                .as("a Saturday worked for New Year 2002")
                .isTrue();
    }

    @Test
    void listsAMidAutumnThatMeetsTheNationalHolidayOnce() {
        assertThat(days.holidayNameOf(LocalDate.of(2031, 10, 1))).contains("国庆中秋");
    }

    @Test
    void anArrangementReplacesTheStatutoryDays() {
        CalendarDay worked =
                new CalendarDay(LocalDate.of(2027, 2, 20), CalendarDay.Kind.WORK, "春节", "国务院办公厅 2027 年节假日安排");
        WorkingDays arranged = WorkingDays.of(List.of(worked), Set.of(2027));

        assertThat(arranged.isProvisional(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(arranged.kindOf(LocalDate.of(2027, 2, 20))).isEqualTo(DayKind.MAKE_UP_DAY);
        assertThat(arranged.kindOf(LocalDate.of(2027, 1, 1))).isEqualTo(DayKind.WORKDAY);
    }

    @Test
    void plusThenBetweenGivesTheCountBack() {
        Random random = new Random(20210919);
        for (int i = 0; i < 5_000; i++) {
            LocalDate start = anyDay(random);
            int count = 1 + random.nextInt(60);
            LocalDate due = days.plus(start, count);

            assertThat(days.between(start, due)).as("%s plus %d", start, count).isEqualTo(count);
            assertThat(days.isWorkingDay(due)).as("%s is worked", due).isTrue();
            assertThat(due).isAfter(start);
        }
    }

    @Test
    void nextAndPreviousUndoEachOther() {
        Random random = new Random(20211009);
        for (int i = 0; i < 5_000; i++) {
            LocalDate working = days.onOrAfter(anyDay(random));

            assertThat(days.previous(days.next(working))).isEqualTo(working);
            assertThat(days.next(days.previous(working))).isEqualTo(working);
        }
    }

    @Test
    void movesADayOffToTheNearestWorkingDayAndLeavesAWorkingDay() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            LocalDate date = anyDay(random);

            assertThat(days.onOrAfter(date)).isEqualTo(days.isWorkingDay(date) ? date : days.next(date));
            assertThat(days.onOrBefore(date)).isEqualTo(days.isWorkingDay(date) ? date : days.previous(date));
        }
    }

    @Test
    void betweenAddsUpAcrossAnyDayAndTurnsWithItsEnds() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            LocalDate from = anyDay(random);
            LocalDate middle = from.plusDays(random.nextInt(90) - 45L);
            LocalDate to = middle.plusDays(random.nextInt(90) - 45L);

            assertThat(days.between(from, middle) + days.between(middle, to)).isEqualTo(days.between(from, to));
            assertThat(days.between(from, to)).isEqualTo(-days.between(to, from));
        }
    }

    @Test
    void rejectsACountBelowOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> days.plus(LocalDate.of(2021, 9, 19), 0))
                .withMessageContaining("2021-09-19")
                .withMessageContaining("not 0");
    }

    @Test
    void rejectsADateNamedTwice() {
        CalendarDay day = new CalendarDay(LocalDate.of(2027, 1, 1), CalendarDay.Kind.OFF, "元旦", "安排");
        assertThatIllegalStateException().isThrownBy(() -> WorkingDays.of(List.of(day, day), Set.of()));
    }

    private static LocalDate anyDay(Random random) {
        return LocalDate.of(2000, 1, 1).plusDays(random.nextInt(365 * 40));
    }
}
