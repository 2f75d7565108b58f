package org.noticecascade.benchmarks.engines;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/** The engine of the service, as it comes or with the service's settings one by one. */
final class Camunda extends Contestant {
    private final ProcessEngine engine;
    private final boolean authorization;

    /** What the service changes: see application.yml, EngineIndexes and CallersGroups there. */
    record Settings(boolean index, boolean history, boolean authorization) {}

    Camunda(String name, String url, Settings settings) throws SQLException {
        super(name, url);
        this.authorization = settings.authorization();
        ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setDataSource(database());
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(Map.of("recorder", new Recorder()));
        if (settings.history()) {
            configuration.setHistory("activity");
            configuration.setHistoryRemovalTimeStrategy("start");
        }
        if (authorization) {
            configuration.setAuthorizationEnabled(true);
            configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
            configuration.setCustomSessionFactories(List.of(new CallersGroups()));
        }
        engine = configuration.buildProcessEngine();
        if (settings.index()) {
            execute("create index cascade_task_parent on ACT_RU_TASK(PARENT_TASK_ID_)");
        }
        engine.getRepositoryService()
                .createDeployment()
                .addString("unit.bpmn", model("http://camunda.org/schema/1.0/bpmn", "processBusinessKey", " engine:historyTimeToLive=\"P365D\""))
                .deploy();
    }

    @Override
    void start(List<String> units) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    units.forEach(unit -> engine.getRuntimeService().startProcessInstanceByKey("unit", unit));
                    return null;
                });
    }

    @Override
    void complete(Work work) {
        if (authorization) {
            engine.getIdentityService().setAuthentication("u" + work.group(), List.of(work.group()));
        }
        engine.getTaskService().complete(work.task(), work.decision() ? Map.of("approved", true) : Map.of());
    }

    /** As in the service. */
    private static final class CallersGroups extends AuthorizationManager implements SessionFactory {
        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new CallersGroups();
        }

        @Override
        public List<String> filterAuthenticatedGroupIds(List<String> groupIds) {
            return groupIds == null ? new ArrayList<>() : new ArrayList<>(groupIds);
        }
    }
}
