package org.noticecascade.notice.process;

import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Issuing;
import org.springframework.stereotype.Component;

/** Starts the process of one unit and notes its instance, in the caller's transaction. */
@Component
class UnitStarter {
    private final UnitInstances instances;
    private final Issuing issuing;

    UnitStarter(UnitInstances instances, Issuing issuing) {
        this.instances = instances;
        this.issuing = issuing;
    }

    void start(Assignment unit) {
        issuing.started(unit, instances.start(UnitProcess.keyFor(unit.level()), unit));
    }
}
