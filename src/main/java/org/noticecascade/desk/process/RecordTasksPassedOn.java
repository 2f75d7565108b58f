package org.noticecascade.desk.process;

import org.noticecascade.deputy.TaskPassedOn;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.noticecascade.notice.Assignments;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Enters into the notice's ledger that a claimed task went over to a deputy, or back. */
@Component
class RecordTasksPassedOn {
    private final Assignments assignments;
    private final Ledger ledger;

    RecordTasksPassedOn(Assignments assignments, Ledger ledger) {
        this.assignments = assignments;
        this.ledger = ledger;
    }

    @EventListener
    void on(TaskPassedOn passed) {
        if (passed.businessKey() == null) {
            return; // a process of nobody's notice
        }
        long notice = Assignments.noticeIdIn(passed.businessKey());
        String to = "%s %s".formatted(passed.to() == null ? "退回待领取" : passed.to(), passed.taskName());
        assignments
                .find(notice, Assignments.unitCodeIn(passed.businessKey()))
                .ifPresentOrElse(
                        unit -> ledger.onAssignment(
                                notice, unit.id(), unit.unitCode(), Act.TASK_PASSED_ON, passed.from(), to),
                        () -> ledger.onNotice(notice, Act.TASK_PASSED_ON, passed.from(), to));
    }
}
