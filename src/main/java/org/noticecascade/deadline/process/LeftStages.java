package org.noticecascade.deadline.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.noticecascade.deadline.Escalations;
import org.noticecascade.deadline.Extending;
import org.noticecascade.deadline.Extensions;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.NoticeClosed;
import org.noticecascade.notice.StageLeft;
import org.noticecascade.platform.AsSystem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends escalations and extension requests of a stage that was left.
 *
 * <p>The act of leaving only orders it: a batch job does it, in a transaction of its own, so that a supervisor who is
 * working on the escalation at the same moment cannot make the unit's own submission fail.
 */
@Component
class LeftStages {
    static final String STAGE_LEFT = "stage.left";

    private final RuntimeService runtime;
    private final Escalations escalations;
    private final Extensions extensions;
    private final Extending extending;
    private final Assignments assignments;
    private final AsSystem asSystem;

    LeftStages(
            RuntimeService runtime,
            Escalations escalations,
            Extensions extensions,
            Extending extending,
            Assignments assignments,
            AsSystem asSystem) {
        this.runtime = runtime;
        this.escalations = escalations;
        this.extensions = extensions;
        this.extending = extending;
        this.assignments = assignments;
        this.asSystem = asSystem;
    }

    @EventListener
    void on(StageLeft left) {
        List<String> instances = new ArrayList<>(escalations.instancesOf(left));
        if (extensions.asked(left.assignmentId()).isPresent()) {
            instances.addAll(extensionsOf(assignments.get(left.assignmentId()).businessKey()));
        }
        if (!instances.isEmpty()) {
            asSystem.call(() -> runtime.createMessageCorrelationAsync(STAGE_LEFT)
                    .processInstanceIds(instances)
                    .correlateAllAsync());
        }
    }

    @EventListener
    void on(NoticeClosed closed) {
        List<String> instances = new ArrayList<>(escalations.endAllOf(closed.noticeId()));
        extending.lapseAllOf(closed.noticeId()).forEach(unit -> instances.addAll(extensionsOf(unit.businessKey())));
        if (!instances.isEmpty()) {
            asSystem.call(() -> runtime.deleteProcessInstancesAsync(instances, "通知已审定"));
        }
    }

    private List<String> extensionsOf(String businessKey) {
        return asSystem.call(() -> runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(ExtensionProcess.KEY)
                .processInstanceBusinessKey(businessKey)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toList());
    }
}
