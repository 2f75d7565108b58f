package org.noticecascade.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.noticecascade.Refusal;
import org.noticecascade.notice.Fields;
import org.noticecascade.notice.Light;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Due dates in words and colours, for the cards of a list: they share a few days, so one call serves them all. */
@Tag(name = "待办任务", description = "Tasks and their forms")
@RestController
@RequestMapping({"/api/due-dates", "/camunda/api/cascade/due-dates"})
class DueDateController {
    private static final int MOST_DAYS = 100;

    private final DueViews dues;

    DueDateController(DueViews dues) {
        this.dues = dues;
    }

    /**
     * @param workingDaysLeft 0 on the day itself, negative after it
     * @param provisional its year's arrangement of working days is not published yet
     */
    record DueView(LocalDate day, String label, int workingDaysLeft, Light light, boolean provisional) {}

    @Operation(summary = "截止日期的星期、剩余工作日和红黄绿灯 · Due dates with working days left and light, as of today")
    @GetMapping
    List<DueView> list(@RequestParam List<LocalDate> day) {
        if (day.size() > MOST_DAYS) {
            throw Refusal.invalid(
                    "一次最多查询 %d 个日期。".formatted(MOST_DAYS), "At most %d days at a time.".formatted(MOST_DAYS));
        }
        return day.stream()
                .filter(Objects::nonNull)
                .distinct()
                .map(due -> view(Fields.plausible(due, "截止日期")))
                .toList();
    }

    private DueView view(LocalDate day) {
        return new DueView(
                day,
                Objects.requireNonNull(dues.label(day)),
                Objects.requireNonNull(dues.workingDaysLeft(day)),
                dues.light(day),
                dues.isProvisional(day));
    }
}
