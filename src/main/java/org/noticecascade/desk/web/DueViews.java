package org.noticecascade.desk.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.noticecascade.calendar.WorkingCalendar;
import org.springframework.stereotype.Component;

/** Due dates as people read them. */
@Component
class DueViews {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private final WorkingCalendar calendar;
    private final Clock clock;

    DueViews(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @Nullable
    String label(@Nullable LocalDate due) {
        return due == null
                ? null
                : due.format(DAY) + "（" + due.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.CHINA) + "）";
    }

    /** 0 on the day itself, negative after it. */
    @Nullable
    Integer workingDaysLeft(@Nullable LocalDate due) {
        return due == null ? null : calendar.days().between(LocalDate.now(clock), due);
    }

    boolean isProvisional(@Nullable LocalDate due) {
        return due != null && calendar.days().isProvisional(due);
    }
}
