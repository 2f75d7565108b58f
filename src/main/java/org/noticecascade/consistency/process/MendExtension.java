package org.noticecascade.consistency.process;

import java.util.Objects;
import java.util.Set;
import org.noticecascade.consistency.Difference;
import org.noticecascade.consistency.Kind;
import org.noticecascade.consistency.Mender;
import org.noticecascade.deadline.Extending;
import org.noticecascade.deadline.Extensions;
import org.noticecascade.deadline.process.ExtensionProcess;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.process.UnitInstances;
import org.springframework.stereotype.Component;

/** A request that waits has its process as long as the unit is in the stage it was about. */
@Component
class MendExtension implements Mender {
    private final Extensions extensions;
    private final Extending extending;
    private final Assignments assignments;
    private final UnitInstances instances;
    private final Processes processes;

    MendExtension(
            Extensions extensions,
            Extending extending,
            Assignments assignments,
            UnitInstances instances,
            Processes processes) {
        this.extensions = extensions;
        this.extending = extending;
        this.assignments = assignments;
        this.instances = instances;
        this.processes = processes;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.EXTENSION_WITHOUT_PROCESS, Kind.EXTENSION_OUTLIVED);
    }

    @Override
    public void mend(Difference difference) {
        Assignment unit = assignments.get(Objects.requireNonNull(difference.assignmentId()));
        boolean concerns = extensions.get(Long.parseLong(difference.subject())).stage() == unit.stage();
        if (difference.kind() == Kind.EXTENSION_WITHOUT_PROCESS && concerns) {
            instances.start(ExtensionProcess.KEY, unit);
        } else {
            extending.lapse(unit);
            processes.endAll(ExtensionProcess.KEY, unit, null);
        }
    }
}
