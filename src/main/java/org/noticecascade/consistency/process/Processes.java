package org.noticecascade.consistency.process;

import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.noticecascade.ledger.Act;
import org.noticecascade.notice.Assignment;
import org.springframework.stereotype.Component;

/** Ends processes of a unit's part. */
@Component
class Processes {
    private final RuntimeService runtime;

    Processes(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Ends those of that model; only the one named, if one is. */
    void endAll(String processKey, Assignment unit, @Nullable String only) {
        runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(processKey)
                .processInstanceBusinessKey(unit.businessKey())
                .list()
                .stream()
                .filter(instance -> only == null || only.equals(instance.getId()))
                .forEach(
                        instance -> runtime.deleteProcessInstance(instance.getId(), Act.REPAIRED.label(), false, true));
    }
}
