package org.noticecascade.benchmarks.launch;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.operaton.bpm.engine.variable.VariableMap;
import org.operaton.bpm.engine.variable.Variables;

/** Plain Operaton 1.0.3, history activity. */
final class OperatonRun extends PlainRun {
    private ProcessEngine engine;

    public static void main(String[] arguments) {
        Child.exitAfter(() -> race(arguments));
    }

    private static void race(String[] arguments) throws Exception {
        new OperatonRun().run(arguments, "operaton", "http://operaton.org/schema/1.0/bpmn", "operaton:historyTimeToLive=\"P365D\"");
    }

    @Override
    void open(HikariDataSource database, String model) {
        StandaloneProcessEngineConfiguration settings = new StandaloneProcessEngineConfiguration();
        settings.setDataSource(database);
        settings.setDatabaseSchemaUpdate("true");
        settings.setHistory("activity");
        settings.setJobExecutorActivate(false);
        engine = settings.buildProcessEngine();
        engine.getRepositoryService().createDeployment().addString("plain-unit.bpmn", model).deploy();
    }

    @Override
    void start(List<String> codes, UnitList units) {
        ProcessEngineConfigurationImpl settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        settings.getCommandExecutorTxRequired().execute(context -> {
            codes.forEach(code -> engine.getRuntimeService().startProcessInstanceByKey(KEY, "1/" + code, values(code, units)));
            return null;
        });
    }

    private static VariableMap values(String code, UnitList units) {
        VariableMap values = Variables.createVariables();
        card(code, units).forEach((name, value) -> values.putValueTyped(name, Variables.untypedValue(value, true)));
        return values;
    }
}
