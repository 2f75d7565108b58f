package org.noticecascade.platform;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;

/** What the engine needs and no property can say: who names the tenant of a new instance, and where it may start. */
@Component
class EngineSettings extends AbstractCamundaConfiguration {
    private final TenantIdProvider tenants;

    EngineSettings(TenantIdProvider tenants) {
        this.tenants = tenants;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        configuration.setTenantIdProvider(tenants);
        IdentityService identity = configuration.getIdentityService();
        List<CommandInterceptor> interceptors = new ArrayList<>();
        if (configuration.getCustomPreCommandInterceptorsTxRequired() != null) {
            interceptors.addAll(configuration.getCustomPreCommandInterceptorsTxRequired());
        }
        interceptors.add(new StartFromTheBeginning(() -> identity.getCurrentAuthentication() != null));
        configuration.setCustomPreCommandInterceptorsTxRequired(interceptors);
    }
}
