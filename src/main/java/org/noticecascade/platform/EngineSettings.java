package org.noticecascade.platform;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What the engine needs and no property can say: who names the tenant of a new instance, where it may start, and who
 * may claim a task; who is told of completed ones; and in which order H2 looks for candidates' tasks.
 */
@Component
class EngineSettings extends AbstractCamundaConfiguration {
    private final TenantIdProvider tenants;
    private final ObjectProvider<TaskCompletion> completions;

    EngineSettings(TenantIdProvider tenants, ObjectProvider<TaskCompletion> completions) {
        this.tenants = tenants;
        this.completions = completions;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        configuration.setTenantIdProvider(tenants);
        configuration.setCustomHistoryLevels(List.of(new HistoryOfRests()));
        configuration.setLoggingContextBusinessKey(LogMembers.BUSINESS_KEY);
        configuration.setResourceAuthorizationProvider(new NewTaskGrants());
        List<SessionFactory> sessions = configuration.getCustomSessionFactories();
        List<SessionFactory> all = new ArrayList<>(sessions == null ? List.of() : sessions);
        all.add(CallersGroups.factory());
        configuration.setCustomSessionFactories(all);
        intercept(configuration);
        listen(configuration);
    }

    private void intercept(SpringProcessEngineConfiguration configuration) {
        IdentityService identity = configuration.getIdentityService();
        List<CommandInterceptor> interceptors = new ArrayList<>();
        if (configuration.getCustomPreCommandInterceptorsTxRequired() != null) {
            interceptors.addAll(configuration.getCustomPreCommandInterceptorsTxRequired());
        }
        interceptors.add(new RememberOutage());
        interceptors.add(new SameRowTwice(() -> actsForAPerson(identity)));
        interceptors.add(new StartFromTheBeginning(() -> identity.getCurrentAuthentication() != null));
        configuration.setCustomPreCommandInterceptorsTxRequired(interceptors);
    }

    /** Somebody signed in, or a call of ours as the system that their request leads to; no job, no patrol. */
    private static boolean actsForAPerson(IdentityService identity) {
        return identity.getCurrentAuthentication() != null || RequestContextHolder.getRequestAttributes() != null;
    }

    @Override
    public void postInit(SpringProcessEngineConfiguration configuration) {
        if (DbSqlSessionFactory.H2.equals(configuration.getDatabaseType())) {
            configuration.getSqlSessionFactory().getConfiguration().addInterceptor(new CandidatesFirst());
        }
    }

    private void listen(SpringProcessEngineConfiguration configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
        List<BpmnParseListener> all = new ArrayList<>(listeners == null ? List.of() : listeners);
        all.add(new OwnClaims());
        all.add(new Completions(completions));
        configuration.setCustomPostBPMNParseListeners(all);
    }
}
