package org.noticecascade.benchmarks;

import java.util.Date;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.noticecascade.platform.CascadeClock;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The textbook way on the same engine with the same job executor: each unit's task carries a timer of its own, all due
 * at the same moment.
 */
final class NaiveTimers {
    private static final String MODEL = "naive-deadline.bpmn";
    static final String KEY = "naive-deadline";
    /** Enough to know the rate. */
    private static final int MOST = 10_000;

    private static final int BATCH = 200;
    private static final long LOOK_NANOS = 100_000_000;
    private static final long HOUR_MILLIS = 3_600_000;

    private final Service service;

    NaiveTimers(Service service) {
        this.service = service;
    }

    /** @param units whose timer fired */
    record Result(int units, long millis, long heapMib) {}

    Result run() {
        service.get(RepositoryService.class)
                .createDeployment()
                .name("naive")
                .addClasspathResource(MODEL)
                .deploy();
        List<String> parts =
                service.jdbc().queryForList("select unit_code from assignment where depth > 0 order by id limit " + MOST, String.class);
        start(parts);
        service.jdbc().update("delete from reminder");
        Heap.reset();
        CascadeClock clock = service.get(CascadeClock.class);
        long began = System.nanoTime();
        clock.shiftBy(clock.offset().plusMillis(2 * HOUR_MILLIS));
        ManagementService management = service.get(ManagementService.class);
        while (management.createJobQuery().processDefinitionKey(KEY).count() > 0) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return new Result(parts.size(), PatrolRun.millis(began, System.nanoTime()), Heap.peakMib());
    }

    /** In batches like the service's own; that is not what is measured here. */
    private void start(List<String> parts) {
        TransactionTemplate transaction = new TransactionTemplate(service.get(PlatformTransactionManager.class));
        RuntimeService runtime = service.get(RuntimeService.class);
        Date due = Date.from(service.get(CascadeClock.class).instant().plusMillis(HOUR_MILLIS));
        for (int from = 0; from < parts.size(); from += BATCH) {
            List<String> batch = parts.subList(from, Math.min(from + BATCH, parts.size()));
            transaction.executeWithoutResult(status -> batch.forEach(part -> runtime.createProcessInstanceByKey(KEY)
                    .processDefinitionWithoutTenantId()
                    .businessKey("1/" + part)
                    .setVariables(Variables.createVariables().putValueTyped("due", Variables.dateValue(due)))
                    .execute()));
        }
    }
}
