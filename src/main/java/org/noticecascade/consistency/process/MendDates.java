package org.noticecascade.consistency.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.noticecascade.consistency.Difference;
import org.noticecascade.consistency.Kind;
import org.noticecascade.consistency.Mender;
import org.noticecascade.deadline.TaskDates;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Issuing;
import org.noticecascade.notice.process.DayEnd;
import org.springframework.stereotype.Component;

/** The engine's dates follow ours. */
@Component
class MendDates implements Mender {
    private final TaskService tasks;
    private final TaskDates dates;
    private final Assignments assignments;
    private final Issuing issuing;
    private final Clock clock;

    MendDates(TaskService tasks, TaskDates dates, Assignments assignments, Issuing issuing, Clock clock) {
        this.tasks = tasks;
        this.dates = dates;
        this.assignments = assignments;
        this.issuing = issuing;
        this.clock = clock;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.TASK_DUE, Kind.FINAL_TIMER);
    }

    @Override
    public void mend(Difference difference) {
        if (difference.kind() == Kind.FINAL_TIMER) {
            long notice = Objects.requireNonNull(difference.noticeId());
            dates.moveFinal(notice, issuing.finalDue(notice));
            return;
        }
        LocalDate due = assignments
                .get(Objects.requireNonNull(difference.assignmentId()))
                .dueDate();
        tasks.setDueDate(difference.subject(), due == null ? null : DayEnd.ofTask(due, clock));
    }
}
