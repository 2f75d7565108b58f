package org.noticecascade.consistency.process;

import java.util.Objects;
import java.util.Set;
import org.noticecascade.Refusal;
import org.noticecascade.consistency.Difference;
import org.noticecascade.consistency.Kind;
import org.noticecascade.consistency.Mender;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Issuing;
import org.noticecascade.notice.process.LateUnits;
import org.noticecascade.notice.process.UnitInstances;
import org.noticecascade.notice.process.UnitProcess;
import org.springframework.stereotype.Component;

/** A part without process gets one, as the fan-out starts it or where the unit stands; one that runs is noted. */
@Component
class MendMissing implements Mender {
    private final Assignments assignments;
    private final Issuing issuing;
    private final UnitInstances instances;
    private final LateUnits lateUnits;
    private final Restart restart;

    MendMissing(
            Assignments assignments, Issuing issuing, UnitInstances instances, LateUnits lateUnits, Restart restart) {
        this.assignments = assignments;
        this.issuing = issuing;
        this.instances = instances;
        this.lateUnits = lateUnits;
        this.restart = restart;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.ADDRESSEE_WITHOUT_PART, Kind.NOT_STARTED, Kind.INSTANCE_GONE, Kind.INSTANCE_NOT_NOTED);
    }

    @Override
    public void mend(Difference difference) {
        if (difference.kind() == Kind.ADDRESSEE_WITHOUT_PART) {
            lateUnits.add(Objects.requireNonNull(difference.noticeId()), Objects.requireNonNull(difference.unitCode()));
            return;
        }
        Assignment unit = assignments.get(Objects.requireNonNull(difference.assignmentId()));
        if (difference.kind() == Kind.INSTANCE_NOT_NOTED) {
            issuing.started(unit, difference.subject());
        } else {
            issuing.started(unit, start(unit));
        }
    }

    private String start(Assignment unit) {
        if (unit.depth() == 0) {
            throw Refusal.conflict(
                    "总局流程不能在中途重新启动，请从备份恢复。",
                    "Headquarters' process cannot be started in the middle; restore it from a backup.");
        }
        String process = UnitProcess.keyFor(unit.level());
        return restart.elementFor(unit)
                .map(element -> instances.startBefore(process, element, unit))
                .orElseGet(() -> instances.start(process, unit));
    }
}
