package org.noticecascade.benchmarks.launch;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** Plain Flowable 7.1.0, history activity. */
final class FlowableRun extends PlainRun {
    private ProcessEngine engine;

    public static void main(String[] arguments) {
        Child.exitAfter(() -> race(arguments));
    }

    private static void race(String[] arguments) throws Exception {
        new FlowableRun().run(arguments, "flowable", "http://flowable.org/bpmn", "");
    }

    @Override
    void open(HikariDataSource database, String model) {
        StandaloneProcessEngineConfiguration settings = new StandaloneProcessEngineConfiguration();
        settings.setDataSource(database);
        settings.setDatabaseSchemaUpdate("true");
        settings.setHistoryLevel(HistoryLevel.ACTIVITY);
        settings.setAsyncExecutorActivate(false);
        engine = settings.buildProcessEngine();
        engine.getRepositoryService().createDeployment().addString("plain-unit.bpmn", model).deploy();
    }

    @Override
    void start(List<String> codes, UnitList units) {
        ProcessEngineConfigurationImpl settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        settings.getCommandExecutor().execute(context -> {
            codes.forEach(code -> engine.getRuntimeService()
                    .createProcessInstanceBuilder()
                    .processDefinitionKey(KEY)
                    .businessKey("1/" + code)
                    .transientVariables(card(code, units))
                    .start());
            return null;
        });
    }
}
