package org.noticecascade.notice.process;

import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts each unit's process instance into the tenant of the unit directly below headquarters it belongs to, so that a
 * province sees its own tree and no other. Instances of headquarters carry no tenant.
 */
@Component
class TenantByProvince implements TenantIdProvider {
    /** A transient variable that lives only while an instance starts: the code of the unit that is the tenant. */
    static final String PROVINCE = "province";

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        if (NoticeProcess.KEY.equals(context.getProcessDefinition().getKey())) {
            return null; // started by a person, who may send any variable
        }
        return context.getVariables().get(PROVINCE) instanceof String province ? province : null;
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext context) {
        return null;
    }
}
