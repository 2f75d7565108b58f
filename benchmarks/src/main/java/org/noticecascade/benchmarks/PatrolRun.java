package org.noticecascade.benchmarks;

import java.time.LocalDate;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;

/** One patrol of the service and the mails that follow, timed from the engine's own history. */
final class PatrolRun {
    private static final long LOOK_NANOS = 50_000_000;

    /** Enough to know the rate; the rest is dropped. */
    private static final int MOST_MAILS = 10_000;

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
     * @param mailMillis from the start of the patrol, during which mails leave already, until nothing waits in the outbox or
     *     at least 10,000 mails were taken and the patrol is over
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
        service.get(RuntimeService.class)
                .createProcessInstanceByKey("deadline-patrol")
                .processDefinitionWithoutTenantId()
                .execute();
        awaitZero("select count(*) from patrol where on_day = '%s' and status <> 'DONE'".formatted(day));
        long patrolled = System.nanoTime();
        while (sink.taken() - mailsBefore < MOST_MAILS && waiting() > 0) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        long mailed = System.nanoTime();
        long mails = sink.taken() - mailsBefore;
        service.jdbc().update("update mail_outbox set status = 'DROPPED' where status = 'WAITING'");
        awaitZero("select count(*) from mail_outbox where status = 'SENDING'");
        return new Result(
                count("select count(*) from reminder where on_day = '%s'".formatted(day)),
                count("select count(*) from mail_outbox where on_day = '%s'".formatted(day)),
                count("select count(*) from escalation"),
                mails,
                millisIn(day, "serviceTask_sweepPage"),
                millisIn(day, "serviceTask_putDigests"),
                millisIn(day, "serviceTask_startEscalations"),
                millis(began, patrolled),
                millis(began, mailed),
                Heap.peakMib());
    }

    /** The day's patrol may have been started by its own timer. The history does not see the commit that follows a step; the wall time does. */
    private long millisIn(LocalDate day, String activity) {
        HistoryService history = service.get(HistoryService.class);
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("deadline-patrol")
                .processInstanceBusinessKey(day.toString())
                .list()
                .stream()
                .flatMap(patrol -> history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(patrol.getId())
                        .activityId(activity)
                        .list()
                        .stream())
                .mapToLong(HistoricActivityInstance::getDurationInMillis)
                .sum();
    }

    private int waiting() {
        return count("select count(*) from mail_outbox where status in ('WAITING', 'SENDING')");
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
