package org.noticecascade.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.calendar.WorkingDays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The patrol's round over all assignments (巡查): a page of rows per transaction, the policy asked once per due date,
 * level and stage, lights and reminders written by set.
 *
 * <p>Page and cursor commit together, so that a page that failed is repeated and a page that was done is not.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Sweep {
    /** After a longer time without a patrol, older days say nothing new. */
    private static final int LOOKS_BACK_DAYS = 60;

    private final Patrols patrols;
    private final Lights lights;
    private final Reminders reminders;
    private final EscalationPolicy policy;
    private final WorkingCalendar calendar;

    Sweep(Patrols patrols, Lights lights, Reminders reminders, EscalationPolicy policy, WorkingCalendar calendar) {
        this.patrols = patrols;
        this.lights = lights;
        this.reminders = reminders;
        this.policy = policy;
        this.calendar = calendar;
    }

    /**
     * Sweeps the next page of the day's patrol. One that got stuck and goes on after a later day's has begun sweeps no
     * further: it would turn lights back, and that patrol looks back over the days of all that were not done.
     *
     * @return whether more may follow
     */
    public boolean page(LocalDate day, int size) {
        if (patrols.isOvertaken(day)) {
            return false;
        }
        Patrol patrol = patrols.get(day);
        PageOfAssignments page = lights.pageAfter(patrol.cursor(), size);
        List<LocalDate> days = daysToJudge(patrol.since(), day);
        int swept = 0;
        int reminded = 0;
        for (DueGroup group : lights.groupsIn(page)) {
            List<Verdict> verdicts = days.stream().map(on -> judge(group, on)).toList();
            swept += lights.set(page, group, verdicts.get(0).light());
            reminded += remind(page, group, verdicts, day);
        }
        lights.greenWithoutDue(page);
        patrols.advance(day, page.last(), swept, reminded);
        return page.size() == size;
    }

    /** Today first, then back over the working days on which no patrol was. */
    private List<LocalDate> daysToJudge(@Nullable LocalDate since, LocalDate today) {
        WorkingDays calendarDays = calendar.days();
        LocalDate earliest = today.minusDays(LOOKS_BACK_DAYS);
        LocalDate after = since == null ? today.minusDays(1) : since.isBefore(earliest) ? earliest : since;
        List<LocalDate> days = new ArrayList<>(List.of(today));
        for (LocalDate day = today.minusDays(1); day.isAfter(after); day = day.minusDays(1)) {
            if (calendarDays.isWorkingDay(day)) {
                days.add(day);
            }
        }
        return days;
    }

    /** The most severe point reached since the last patrol is said, once, and the days before it are left out. */
    private int remind(PageOfAssignments page, DueGroup group, List<Verdict> verdicts, LocalDate today) {
        Verdict worst = null;
        ReminderKind kind = null;
        for (Verdict verdict : verdicts) {
            ReminderKind said = verdict.reminder();
            if (said != null && (kind == null || said.compareTo(kind) > 0)) {
                worst = verdict;
                kind = said;
            }
        }
        int reminded = 0;
        if (worst != null && kind != null) {
            for (Target target : Target.of(worst, group.stage())) {
                reminded += reminders.remind(page, group, kind, target, today);
            }
        }
        return reminded;
    }

    private Verdict judge(DueGroup group, LocalDate day) {
        return policy.judge(calendar.days().between(day, group.dueDate()), group.level(), group.stage());
    }
}
