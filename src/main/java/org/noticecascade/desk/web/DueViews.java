package org.noticecascade.desk.web;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.noticecascade.SpokenDay;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.desk.process.DueLights;
import org.noticecascade.notice.Light;
import org.springframework.stereotype.Component;

/** Due dates as people read them. */
@Component
class DueViews {
    private final WorkingCalendar calendar;
    private final DueLights lights;
    private final Clock clock;

    DueViews(WorkingCalendar calendar, DueLights lights, Clock clock) {
        this.calendar = calendar;
        this.lights = lights;
        this.clock = clock;
    }

    @Nullable
    String label(@Nullable LocalDate due) {
        return due == null ? null : SpokenDay.of(due);
    }

    /** 0 on the day itself, negative after it. */
    @Nullable
    Integer workingDaysLeft(@Nullable LocalDate due) {
        return due == null ? null : calendar.days().between(LocalDate.now(clock), due);
    }

    /** As of today: the patrol may not have come by since the stage began. */
    Light light(LocalDate due) {
        return lights.of(due);
    }

    boolean isProvisional(@Nullable LocalDate due) {
        return due != null && calendar.days().isProvisional(due);
    }
}
