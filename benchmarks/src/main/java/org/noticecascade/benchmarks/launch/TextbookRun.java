package org.noticecascade.benchmarks.launch;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * The textbook design on our engine's version: nested multi-instance call activities, each call a job
 * ({@code asyncBefore}, without which the whole country would be one transaction), one timer per unit, four variables,
 * the engine's own defaults for job executor and history (full).
 *
 * <p>Arguments: JDBC URL, file of units, file of units to warm up with.
 */
final class TextbookRun {
    private TextbookRun() {}

    public static void main(String[] arguments) {
        Child.exitAfter(() -> race(arguments));
    }

    private static void race(String[] arguments) throws Exception {
        HikariDataSource database = PlainRun.database(arguments[0]);
        Map<Object, Object> beans = new ConcurrentHashMap<>();
        StandaloneProcessEngineConfiguration settings = new StandaloneProcessEngineConfiguration();
        settings.setDataSource(database);
        settings.setDatabaseSchemaUpdate("true");
        settings.setBeans(beans);
        settings.setJobExecutorActivate(true);
        ProcessEngine engine = settings.buildProcessEngine();
        engine.getRepositoryService().createDeployment().addClasspathResource("textbook-unit.bpmn").deploy();
        for (int warmUp = 0; warmUp < Child.WARM_UPS; warmUp++) {
            start(engine, database, beans, new UnitList(Path.of(arguments[2])));
        }
        new Measure(database, true).resetCounts();
        start(engine, database, beans, new UnitList(Path.of(arguments[1])));
        engine.close();
    }

    private static void start(ProcessEngine engine, HikariDataSource database, Map<Object, Object> beans, UnitList units)
            throws Exception {
        beans.put("units", units);
        Measure measure = new Measure(database, true);
        long tasks = measure.number(PlainRun.TASKS);
        measure.begin();
        engine.getRuntimeService().startProcessInstanceByKey("textbook-unit", "1/" + UnitList.HEADQUARTERS, Map.of(
                "unit", UnitList.HEADQUARTERS, "notice", "1", "caption", PlainRun.CAPTION, "due", PlainRun.DUE));
        measure.await(PlainRun.TASKS, tasks + units.codes().size());
        measure.end(units.codes().size(), -1);
    }
}
