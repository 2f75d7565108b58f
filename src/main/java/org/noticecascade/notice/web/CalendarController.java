package org.noticecascade.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.notice.Fields;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Days with their kind, for date fields. */
@Tag(name = "工作日历", description = "Working days")
@RestController
@RequestMapping({"/api/calendar", "/camunda/api/cascade/calendar"})
class CalendarController {
    private static final int LONGEST = 800;
    private final WorkingCalendar calendar;

    CalendarController(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    record Day(LocalDate date, boolean working, @Nullable String name) {}

    record Days(List<Day> days, List<Integer> provisionalYears) {}

    @Operation(summary = "工作日与休息日 · Working days and days off")
    @GetMapping
    Days days(@RequestParam LocalDate from, @RequestParam LocalDate to) {
        Fields.plausible(from, "from");
        Fields.plausible(to, "to");
        if (to.isBefore(from) || from.plusDays(LONGEST).isBefore(to)) {
            throw Refusal.invalid(
                    "日期范围不对：最多 %d 天。".formatted(LONGEST), "The range has at most %d days.".formatted(LONGEST));
        }
        var days = calendar.days();
        return new Days(
                from.datesUntil(to.plusDays(1))
                        .map(day -> new Day(
                                day,
                                days.isWorkingDay(day),
                                days.holidayNameOf(day).orElse(null)))
                        .toList(),
                from.datesUntil(to.plusDays(1))
                        .filter(days::isProvisional)
                        .map(LocalDate::getYear)
                        .distinct()
                        .toList());
    }
}
