package org.noticecascade.deadline;

import java.time.Clock;
import java.time.LocalDate;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.calendar.WorkingDays;
import org.noticecascade.notice.Assignment;
import org.springframework.stereotype.Component;

/** Judges due dates as of today. */
@Component
class Judge {
    private final EscalationPolicy policy;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Judge(EscalationPolicy policy, WorkingCalendar calendar, Clock clock) {
        this.policy = policy;
        this.calendar = calendar;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    WorkingDays days() {
        return calendar.days();
    }

    /** What the policy would say of that unit today, were it due on that day. */
    Verdict judge(Assignment unit, LocalDate due) {
        return policy.judge(days().between(today(), due), unit.level(), unit.stage());
    }

    Verdict judge(DueGroup group, LocalDate on) {
        return policy.judge(days().between(on, group.dueDate()), group.level(), group.stage());
    }
}
