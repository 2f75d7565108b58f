package org.noticecascade.consistency.process;

import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.noticecascade.consistency.Difference;
import org.noticecascade.consistency.Kind;
import org.noticecascade.consistency.Mender;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Cascade;
import org.noticecascade.notice.process.Waking;
import org.springframework.stereotype.Component;

/** A superior waits if and only if its row says so, and goes on when nobody below it is open. */
@Component
class MendJoin implements Mender {
    private final Cascade cascade;
    private final Waking waking;
    private final RuntimeService runtime;
    private final Assignments assignments;

    MendJoin(Cascade cascade, Waking waking, RuntimeService runtime, Assignments assignments) {
        this.cascade = cascade;
        this.waking = waking;
        this.runtime = runtime;
        this.assignments = assignments;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.JOB_LOST, Kind.SUPERIOR_STUCK, Kind.WAIT_NOT_NOTED, Kind.WAIT_NOTED_ONLY);
    }

    @Override
    public void mend(Difference difference) {
        long id = Objects.requireNonNull(difference.assignmentId());
        switch (difference.kind()) {
            case JOB_LOST -> enterAnew(assignments.get(id), difference.found());
            case WAIT_NOTED_ONLY -> cascade.stopWaiting(id);
            case WAIT_NOT_NOTED -> {
                cascade.waits(id);
                waking.wake(id);
            }
            default -> waking.wake(id);
        }
    }

    /** Arriving at an asynchronous element makes its job. */
    private void enterAnew(Assignment unit, String element) {
        runtime.createProcessInstanceModification(unit.instanceId())
                .cancelAllForActivity(element)
                .startBeforeActivity(element)
                .execute();
    }
}
