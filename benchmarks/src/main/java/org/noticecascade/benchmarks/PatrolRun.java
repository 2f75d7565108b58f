package org.noticecascade.benchmarks;

import java.time.LocalDate;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;

/** One patrol of the service and the mails that follow, timed from the engine's own history. */
final class PatrolRun {
    private static final long LOOK_NANOS = 50_000_000;

    private final Service service;

    PatrolRun(Service service) {
        this.service = service;
    }

    /**
     * What it took.
     *
     * @param sweepMillis in the steps that set lights and write reminders
     * @param digestMillis in the step that puts the digests
     * @param escalateMillis in the steps that start escalations
     * @param wallMillis from start to end, jobs and waits included
     * @param mailMillis from the end of the patrol until nothing waits in the outbox
     */
    record Result(
            int reminders,
            int digests,
            int escalations,
            long mails,
            long sweepMillis,
            long digestMillis,
            long escalateMillis,
            long wallMillis,
            long mailMillis,
            long heapMib) {}

    Result on(LocalDate day, MailSink sink) {
        Heap.reset();
        long mailsBefore = sink.taken();
        long began = System.nanoTime();
        String instance = service.get(RuntimeService.class)
                .createProcessInstanceByKey("deadline-patrol")
                .processDefinitionWithoutTenantId()
                .execute()
                .getId();
        awaitZero("select count(*) from patrol where on_day = '%s' and status <> 'DONE'".formatted(day));
        long patrolled = System.nanoTime();
        awaitZero("select count(*) from mail_outbox where status in ('WAITING', 'SENDING')");
        long mailed = System.nanoTime();
        return new Result(
                count("select count(*) from reminder where on_day = '%s'".formatted(day)),
                count("select count(*) from mail_outbox where on_day = '%s'".formatted(day)),
                count("select count(*) from escalation"),
                sink.taken() - mailsBefore,
                millisIn(instance, "serviceTask_sweepPage"),
                millisIn(instance, "serviceTask_putDigests"),
                millisIn(instance, "serviceTask_startEscalations"),
                millis(began, patrolled),
                millis(patrolled, mailed),
                Heap.peakMib());
    }

    /** The history does not see the commit that follows a step; the wall time does. */
    private long millisIn(String instance, String activity) {
        return service
                .get(HistoryService.class)
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityId(activity)
                .list()
                .stream()
                .mapToLong(HistoricActivityInstance::getDurationInMillis)
                .sum();
    }

    private int count(String sql) {
        return service.jdbc().queryForObject(sql, Integer.class);
    }

    private void awaitZero(String sql) {
        while (count(sql) > 0) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    static long millis(long from, long to) {
        return (to - from) / 1_000_000;
    }
}
