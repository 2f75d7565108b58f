package org.noticecascade.platform;

import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;

/** What the engine needs and no property can say: who names the tenant of a new instance. */
@Component
class EngineSettings extends AbstractCamundaConfiguration {
    private final TenantIdProvider tenants;

    EngineSettings(TenantIdProvider tenants) {
        this.tenants = tenants;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        configuration.setTenantIdProvider(tenants);
    }
}
