package org.noticecascade.notice.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.variable.Variables;
import org.noticecascade.notice.Assignment;
import org.springframework.stereotype.Component;

/** Starts top-level instances that belong to a unit's part: its business key, the tenant of its province. */
@Component
public class UnitInstances {
    private final RuntimeService runtime;

    UnitInstances(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /**
     * Starts the newest version of a process for that unit, in the caller's transaction.
     *
     * @return the id of the instance
     */
    public String start(String processKey, Assignment unit) {
        return builder(processKey, unit).execute().getId();
    }

    /** Starts the newest version of a process for the first of several units, and tells which one that is. */
    ProcessInstance startNewest(String processKey, Assignment unit) {
        return builder(processKey, unit).execute();
    }

    /** Starts that version for another unit, without looking for the newest again. */
    ProcessInstance startVersion(String definitionId, Assignment unit) {
        return runtime.createProcessInstanceById(definitionId)
                .businessKey(unit.businessKey())
                .setVariable(TenantByProvince.PROVINCE, Variables.stringValue(unit.province(), true))
                .execute();
    }

    /** The same, beginning at an element in the middle; for the service itself, people may not. */
    public String startBefore(String processKey, String elementId, Assignment unit) {
        return builder(processKey, unit)
                .startBeforeActivity(elementId)
                .execute()
                .getId();
    }

    private ProcessInstantiationBuilder builder(String processKey, Assignment unit) {
        return runtime.createProcessInstanceByKey(processKey)
                .processDefinitionWithoutTenantId()
                .businessKey(unit.businessKey())
                .setVariable(TenantByProvince.PROVINCE, Variables.stringValue(unit.province(), true));
    }
}
