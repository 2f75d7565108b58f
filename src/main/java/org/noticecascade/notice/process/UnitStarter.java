package org.noticecascade.notice.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Issuing;
import org.springframework.stereotype.Component;

/** Starts the process of one unit and notes its instance, in the caller's transaction. */
@Component
class UnitStarter {
    private final RuntimeService runtime;
    private final Issuing issuing;

    UnitStarter(RuntimeService runtime, Issuing issuing) {
        this.runtime = runtime;
        this.issuing = issuing;
    }

    void start(Assignment unit) {
        String instance = runtime.createProcessInstanceByKey(UnitProcess.keyFor(unit.level()))
                .processDefinitionWithoutTenantId()
                .businessKey(unit.businessKey())
                .setVariable(TenantByProvince.PROVINCE, Variables.stringValue(unit.province(), true))
                .execute()
                .getId();
        issuing.started(unit, instance);
    }
}
