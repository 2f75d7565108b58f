package org.noticecascade.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tyme.holiday.LegalHoliday;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The seeded calendar against two records that were not made from it. */
class CalendarOracleTest {
    private static final LocalDate FIRST = LocalDate.of(2002, 1, 1);
    private static final LocalDate END = LocalDate.of(2027, 1, 1);

    private final WorkingDays days = Seeded.days();

    @Test
    void agreesWithTheHolidayLibraryOnEveryDay() {
        assertThat(FIRST.datesUntil(END)).allSatisfy(date -> {
            LegalHoliday known = LegalHoliday.fromYmd(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
            boolean worked = known != null ? known.isWork() : isWeekday(date);
            assertThat(days.isWorkingDay(date)).as("%s is worked", date).isEqualTo(worked);
        });
    }

    @Test
    void findsTheLunarHolidaysWhereTheArrangementsHaveThem() {
        // statutory since 2008; the other days have changed in number, so they are compared from 2025 on
        Set<String> unchanged = Set.of("清明节", "端午节", "中秋节", "国庆中秋");
        for (int year = 2008; year <= 2026; year++) {
            Map<LocalDate, String> statutory = new HashMap<>(StatutoryHolidays.of(year));
            if (year < 2025) {
                statutory.values().retainAll(unchanged);
            }
            assertThat(statutory.keySet()).hasSizeGreaterThanOrEqualTo(3).noneMatch(days::isWorkingDay);
        }
    }

    @Test
    void agreesWithTheSharedRecordOnEveryDay() throws IOException {
        Path file = sharedFile("cn-holidays-2001-2026.csv");
        assumeTrue(Files.exists(file), () -> "Skipped: the shared record " + file + " is not on this machine");
        Map<LocalDate, String[]> record = new HashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            record.put(LocalDate.parse(cells[0]), cells);
        }

        assertThat(record).hasSizeGreaterThan(800);
        assertThat(FIRST.datesUntil(END)).allSatisfy(date -> assertMatches(date, record.get(date)));
        record.forEach(this::assertMatches);
    }

    private void assertMatches(LocalDate date, String @Nullable [] cells) {
        boolean worked = cells == null ? isWeekday(date) : cells[1].equals("WORK");
        assertThat(days.isWorkingDay(date)).as("%s is worked", date).isEqualTo(worked);
        assertThat(days.holidayNameOf(date).orElse(""))
                .as("holiday of %s", date)
                .isEqualTo(cells == null ? "" : cells[2]);
    }

    private static boolean isWeekday(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static Path sharedFile(String name) {
        String folder = System.getenv().getOrDefault("NOTICE_CASCADE_SHARED", "../shared");
        return Path.of(System.getProperty("notice-cascade.shared", folder))
                .resolve("data")
                .resolve(name);
    }
}
