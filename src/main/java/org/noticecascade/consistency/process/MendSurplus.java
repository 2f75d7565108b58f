package org.noticecascade.consistency.process;

import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.noticecascade.consistency.Difference;
import org.noticecascade.consistency.Kind;
import org.noticecascade.consistency.Mender;
import org.noticecascade.deadline.process.Waivers;
import org.noticecascade.ledger.Act;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Cascade;
import org.springframework.stereotype.Component;

/** Ends what runs without a reason, and parts of units that are out. */
@Component
class MendSurplus implements Mender {
    private final RuntimeService runtime;
    private final Assignments assignments;
    private final Cascade cascade;
    private final Waivers waivers;

    MendSurplus(RuntimeService runtime, Assignments assignments, Cascade cascade, Waivers waivers) {
        this.runtime = runtime;
        this.assignments = assignments;
        this.cascade = cascade;
        this.waivers = waivers;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(
                Kind.INSTANCE_DOUBLED,
                Kind.INSTANCE_ORPHANED,
                Kind.FINISHED_BUT_RUNNING,
                Kind.ESCALATION_PROCESS_ORPHANED,
                Kind.EXTENSION_PROCESS_ORPHANED,
                Kind.OPEN_BELOW_WAIVED,
                Kind.OPEN_IN_CLOSED_NOTICE);
    }

    @Override
    public void mend(Difference difference) {
        switch (difference.kind()) {
            case OPEN_BELOW_WAIVED ->
                waivers.waive(assignments.get(Objects.requireNonNull(difference.assignmentId())), "随上级免予办理");
            case OPEN_IN_CLOSED_NOTICE ->
                cascade.giveUpOne(Objects.requireNonNull(difference.assignmentId()))
                        .ifPresent(this::end);
            default -> end(difference.subject());
        }
    }

    private void end(String instanceId) {
        runtime.deleteProcessInstanceIfExists(instanceId, Act.REPAIRED.label(), false, true, false, false);
    }
}
