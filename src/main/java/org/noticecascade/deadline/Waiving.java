package org.noticecascade.deadline;

import java.util.List;
import org.noticecascade.ledger.Act;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Cascade;
import org.noticecascade.notice.Progress;
import org.noticecascade.notice.StageLeft;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Excuses a unit and whoever is still open below it (免予办理). Ending their processes is the engine's next step. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Waiving {
    private final Assignments assignments;
    private final Cascade cascade;
    private final Progress progress;
    private final ApplicationEventPublisher events;

    Waiving(Assignments assignments, Cascade cascade, Progress progress, ApplicationEventPublisher events) {
        this.assignments = assignments;
        this.cascade = cascade;
        this.progress = progress;
        this.events = events;
    }

    /** A unit may just be passing the notice on: whoever it brought in is found by looking again; see {@link Cascade}. */
    void waive(Assignment top, String reason) {
        List<Assignment> open = assignments.lockOpenWithin(top);
        while (!open.isEmpty()) {
            cascade.waive(open);
            for (Assignment unit : open) {
                String why = unit.id() == top.id() ? reason : "随上级免予办理：" + reason;
                progress.record(unit, Act.WAIVED, unit.stage().label(), why);
                events.publishEvent(StageLeft.of(unit));
            }
            open = assignments.lockOpenWithin(top);
        }
    }
}
