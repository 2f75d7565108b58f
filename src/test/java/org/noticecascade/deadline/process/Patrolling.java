package org.noticecascade.deadline.process;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.noticecascade.TestJobs;
import org.noticecascade.TestTime;
import org.noticecascade.calendar.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Patrols as test steps: goes to a day and lets the patrol of that day run. */
record Patrolling(RuntimeService runtime, TestJobs jobs, TestTime time, WorkingCalendar calendar, JdbcClient jdbc) {

    /** The day on which {@code workingDaysLeft} are left until {@code due}; negative for late. */
    LocalDate dayWith(LocalDate due, int workingDaysLeft) {
        LocalDate day = due;
        for (int n = 0; n < Math.abs(workingDaysLeft); n++) {
            day = workingDaysLeft > 0
                    ? calendar.days().previous(day)
                    : calendar.days().next(day);
        }
        return day;
    }

    void on(LocalDate day) {
        time.moveTo(day);
        start();
        jobs.runAll();
    }

    String start() {
        return runtime.startProcessInstanceByKey(PatrolProcess.KEY).getId();
    }

    /** Kind, unit and role of what was written that day for a unit's part, in order. */
    List<String> remindersOn(LocalDate day, long assignmentId) {
        return jdbc.sql("""
                        select kind || ' ' || target_unit || ' ' || target_role from reminder
                         where on_day = :day and assignment_id = :id order by id""")
                .param("day", day)
                .param("id", assignmentId)
                .query(String.class)
                .list();
    }
}
