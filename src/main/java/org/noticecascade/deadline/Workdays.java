package org.noticecascade.deadline;

import java.time.LocalDate;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.mail.WorkdayCheck;
import org.springframework.stereotype.Component;

/** Lets mail keep to working days, make-up days included. */
@Component
class Workdays implements WorkdayCheck {
    private final WorkingCalendar calendar;

    Workdays(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public boolean isWorkday(LocalDate day) {
        return calendar.days().isWorkingDay(day);
    }
}
