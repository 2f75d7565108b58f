package org.noticecascade.benchmarks.engines;

import java.util.List;
import java.util.Map;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** Another engine of the same origin, as it comes. */
final class Flowable extends Contestant {
    private final ProcessEngine engine;

    Flowable(String name, String url) {
        super(name, url);
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database());
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setAsyncExecutorActivate(false);
        configuration.setBeans(Map.of("recorder", new Recorder()));
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("unit.bpmn20.xml", model("http://flowable.org/bpmn", "processInstanceBusinessKey", ""))
                .deploy();
    }

    @Override
    void start(List<String> units) {
        engine.getManagementService().executeCommand(context -> {
            units.forEach(unit -> engine.getRuntimeService().startProcessInstanceByKey("unit", unit));
            return null;
        });
    }

    @Override
    void complete(Work work) {
        engine.getTaskService().complete(work.task(), work.decision() ? Map.of("approved", true) : Map.of());
    }
}
