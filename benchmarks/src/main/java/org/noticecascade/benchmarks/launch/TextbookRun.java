package org.noticecascade.benchmarks.launch;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * The textbook design on our engine's version: nested multi-instance call activities, each call a job
 * ({@code asyncBefore}, without which the whole country would be one transaction), one timer per unit, four variables,
 * the engine's own defaults for job executor and history (full).
 *
 * <p>Arguments: JDBC URL, file of units.
 */
final class TextbookRun {
    private TextbookRun() {}

    public static void main(String[] arguments) {
        Child.exitAfter(() -> race(arguments));
    }

    private static void race(String[] arguments) throws Exception {
        HikariDataSource database = PlainRun.database(arguments[0]);
        UnitList units = new UnitList(Path.of(arguments[1]));
        StandaloneProcessEngineConfiguration settings = new StandaloneProcessEngineConfiguration();
        settings.setDataSource(database);
        settings.setDatabaseSchemaUpdate("true");
        settings.setBeans(Map.of("units", units));
        settings.setJobExecutorActivate(true);
        ProcessEngine engine = settings.buildProcessEngine();
        engine.getRepositoryService().createDeployment().addClasspathResource("textbook-unit.bpmn").deploy();
        Measure measure = new Measure(database, true);
        measure.begin();
        engine.getRuntimeService().startProcessInstanceByKey("textbook-unit", "1/" + UnitList.HEADQUARTERS, Map.of(
                "unit", UnitList.HEADQUARTERS, "notice", "1", "caption", PlainRun.CAPTION, "due", PlainRun.DUE));
        measure.await("select count(*) from act_ru_task", units.codes().size());
        measure.end(units.codes().size(), -1);
        engine.close();
    }
}
