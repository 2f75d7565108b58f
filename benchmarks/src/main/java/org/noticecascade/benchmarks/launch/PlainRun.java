package org.noticecascade.benchmarks.launch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The first step of a unit, one task with group, name, description, priority and due date, on a plain engine: instances
 * of a flat list of units, 50 per transaction from four threads, values as transient variables. No tree, no
 * assignments, tenants, authorizations or ledger: less work than ours.
 *
 * <p>Arguments: JDBC URL, file of units, file of units to warm up with.
 */
abstract class PlainRun {
    static final String KEY = "plain-unit";
    static final Date DUE = Date.from(Instant.now().plus(60, ChronoUnit.DAYS));
    static final String CAPTION = "国市监示范〔2026〕1号 关于开展标准化学习的通知";
    static final String TASKS = "select count(*) from act_ru_task";
    private static final int THREADS = 4;
    private static final int BATCH = 50;
    private static final int POOL = 24;

    /** Creates tables and deploys {@code model}. */
    abstract void open(HikariDataSource database, String model);

    /** Starts one batch in one transaction. */
    abstract void start(List<String> codes, UnitList units);

    final void run(String[] arguments, String prefix, String namespace, String history) throws Exception {
        HikariDataSource database = database(arguments[0]);
        UnitList units = new UnitList(Path.of(arguments[1]));
        open(database, model().replace("ENGINE_NAMESPACE", namespace).replace("ENGINE", prefix).replace("HISTORY", history));
        for (int warmUp = 0; warmUp < Child.WARM_UPS; warmUp++) {
            start(database, new UnitList(Path.of(arguments[2])));
        }
        new Measure(database, true).resetCounts();
        start(database, units);
        database.close();
    }

    private void start(HikariDataSource database, UnitList units) throws Exception {
        Measure measure = new Measure(database, true);
        long tasks = measure.number(TASKS);
        measure.begin();
        start(units);
        measure.await(TASKS, tasks + units.codes().size());
        measure.end(units.codes().size(), -1);
    }

    private void start(UnitList units) throws Exception {
        List<String> codes = units.codes();
        List<Callable<Boolean>> batches = new ArrayList<>();
        for (int from = 0; from < codes.size(); from += BATCH) {
            List<String> batch = codes.subList(from, Math.min(from + BATCH, codes.size()));
            batches.add(() -> {
                start(batch, units);
                return true;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (var batch : threads.invokeAll(batches)) {
            batch.get();
        }
        threads.shutdown();
    }

    static Map<String, Object> card(String unit, UnitList units) {
        Map<String, Object> values = new HashMap<>();
        values.put("card", "签收通知 · " + units.name(unit));
        values.put("caption", CAPTION);
        values.put("group", units.group(unit));
        values.put("due", DUE);
        return values;
    }

    static HikariDataSource database(String url) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(url);
        settings.setUsername("postgres");
        settings.setPassword("");
        settings.setMaximumPoolSize(POOL);
        settings.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(settings);
    }

    private static String model() throws IOException {
        try (var bytes = PlainRun.class.getResourceAsStream("/plain-unit.bpmn")) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
