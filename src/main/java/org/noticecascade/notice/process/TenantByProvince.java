package org.noticecascade.notice.process;

import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.jspecify.annotations.Nullable;
import org.noticecascade.notice.Assignments;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts each unit's process instance into the tenant of the unit directly below headquarters it belongs to, so that a
 * province sees its own tree and no other. Instances of headquarters carry no tenant.
 */
@Component
class TenantByProvince implements TenantIdProvider {
    private final ObjectProvider<Assignments> assignments;

    TenantByProvince(ObjectProvider<Assignments> assignments) {
        this.assignments = assignments;
    }

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        Object id = context.getVariables().get(UnitProcess.ASSIGNMENT_ID.name());
        return id instanceof Long assignmentId
                ? assignments.getObject().get(assignmentId).province()
                : null;
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
