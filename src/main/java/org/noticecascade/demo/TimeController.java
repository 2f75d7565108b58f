package org.noticecascade.demo;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDateTime;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.calendar.WorkingCalendar;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The demo's time machine. Everybody may read the clock; only administrators of the demo move it. */
@RestController
@Tag(name = "演示", description = "The demo")
@RequestMapping({"/api/demo/time", "/camunda/api/cascade/demo/time"})
@Profile("demo")
class TimeController {
    private final TimeMachine machine;
    private final DemoClock clock;
    private final WorkingCalendar calendar;
    private final CurrentUser user;

    TimeController(TimeMachine machine, DemoClock clock, WorkingCalendar calendar, CurrentUser user) {
        this.machine = machine;
        this.clock = clock;
        this.calendar = calendar;
        this.user = user;
    }

    /**
     * What time it is in the demo.
     *
     * @param now in the service's zone
     * @param daysAhead of the real time
     * @param mayMove whether the caller may move the clock
     */
    record Time(LocalDateTime now, boolean workingDay, long daysAhead, boolean mayMove, TimeMachine.Trip trip) {}

    @Operation(summary = "演示：当前时间 · What time it is in the demo")
    @GetMapping
    Time time() {
        LocalDateTime now = clock.now();
        return new Time(
                now,
                calendar.days().isWorkingDay(now.toLocalDate()),
                clock.ahead().toDays(),
                user.isAdministrator(),
                machine.trip());
    }

    @Operation(summary = "演示：时钟前进若干工作日 · Move the clock forward by working days")
    @PostMapping("/forward")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Time forward(@RequestParam(defaultValue = "1") int workingDays) {
        if (!user.isAdministrator()) {
            throw Refusal.forbidden(
                    "只有演示的管理员可以移动时钟，时钟没有改变。请用管理员账号登录。",
                    "Only administrators of the demo move the clock; it was not moved. Sign in as one.");
        }
        machine.forward(workingDays);
        return time();
    }
}
