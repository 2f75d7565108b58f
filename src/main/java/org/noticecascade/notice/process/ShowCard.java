package org.noticecascade.notice.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.noticecascade.PlainText;
import org.noticecascade.directory.Units;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Notice;
import org.noticecascade.notice.Notices;
import org.noticecascade.platform.Decision;
import org.springframework.stereotype.Component;

/**
 * Creation of every user task: writes what the card in Tasklist shows into the task itself, so that the list needs
 * no process variables. An answer sent along with an earlier task is removed: only whoever gets this one gives it.
 *
 * <p>Name: act, unit and document number, since one person may have the same act to do for several notices.
 * Description: number and title of the notice. Due at the end of the assignment's due day.
 */
@Component
class ShowCard implements TaskListener {
    private static final String SEPARATOR = " · ";
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DESCRIPTION = 300;

    private final Notices notices;
    private final Assignments assignments;
    private final Units units;
    private final Clock clock;
    private final Arrivals arrivals;

    ShowCard(Notices notices, Assignments assignments, Units units, Clock clock, Arrivals arrivals) {
        this.notices = notices;
        this.assignments = assignments;
        this.units = units;
        this.clock = clock;
        this.arrivals = arrivals;
    }

    @Override
    public void notify(DelegateTask task) {
        Decision.forget(task.getExecution());
        String key = task.getExecution().getProcessBusinessKey();
        Arrival arrival = arrivals.of(key);
        Notice notice = arrival == null ? notices.get(Assignments.noticeIdIn(key)) : arrival.notice();
        task.setDescription(PlainText.clipped(notice.caption(), LONGEST_DESCRIPTION));
        task.setPriority(notice.urgency().priority());
        StringBuilder name = new StringBuilder(task.getName());
        if (arrival == null) {
            assignments.find(notice.id(), Assignments.unitCodeIn(key)).ifPresent(unit -> show(task, unit, name));
        } else {
            name.append(SEPARATOR).append(arrival.unitName());
            due(task, arrival.unit());
        }
        if (notice.documentNumber() != null) {
            name.append(SEPARATOR).append(notice.documentNumber());
        }
        task.setName(PlainText.clipped(name.toString(), LONGEST_NAME));
    }

    private void show(DelegateTask task, Assignment unit, StringBuilder name) {
        if (unit.depth() > 0) {
            name.append(SEPARATOR).append(units.get(unit.unitCode()).name());
        }
        due(task, unit);
    }

    private void due(DelegateTask task, Assignment unit) {
        LocalDate due = unit.dueDate();
        if (due != null) {
            task.setDueDate(Date.from(
                    due.atTime(LocalTime.of(23, 59, 59)).atZone(clock.getZone()).toInstant()));
        }
    }
}
