package org.noticecascade.faults;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** A part of the work in which a node is killed; says what is under way, or that nothing of it is. */
enum Phase {
    /** Units' processes being started, a batch a job. */
    LAUNCH(
            600,
            5,
            run -> job(run, "'serviceTask_dispatchUnits', 'serviceTask_startUnits'")
                    .map(jobs -> "%s batch under way, %s units not started"
                            .formatted(
                                    jobs,
                                    first(run, "select count(*) from assignment where instance_id is null")
                                            .orElseThrow()))),

    /** People who wait for the answer to a completed task other than a report. */
    COMPLETION(1500, 30, run -> waiting(run, false)),

    /** The day's patrol: sweep, reminders, escalations, digests. */
    PATROL(1500, 30, run -> first(run, """
            select 'swept ' || p.swept || ', reminders ' || (select count(*) from reminder)
                   || ', escalations ' || (select count(*) from escalation)
                   || ', mails put ' || (select count(*) from mail_outbox where status <> 'SENT') as state
              from patrol p where p.status = 'RUNNING'""")),

    /** Mails that a node has claimed; some of them are on their way. */
    MAIL(600, 30, run -> first(run, """
            select claimed || ' claimed, ' || waiting || ' waiting, ' || sent || ' sent' as state from (
              select count(*) filter (where status = 'SENDING') as claimed, count(*) filter (where status = 'WAITING') as waiting,
                     count(*) filter (where status = 'SENT') as sent from mail_outbox) m where claimed > 0""")),

    /** A unit that has delivered and is being counted by its superior. */
    JOIN(
            600,
            30,
            run -> job(run, "'serviceTask_joinSuperior'")
                    .map(jobs -> "%s join under way, %s superiors wait"
                            .formatted(
                                    jobs,
                                    first(run, "select count(*) from assignment where waiting")
                                            .orElseThrow()))),

    /** People who wait for the answer to a report's completion, approval or acceptance. */
    REPORT(1000, 30, run -> waiting(run, true));

    private final int longestDelayMillis;
    private final int longestPauseSeconds;
    private final Function<CascadeRun, Optional<String>> underWay;

    Phase(int longestDelayMillis, int longestPauseSeconds, Function<CascadeRun, Optional<String>> underWay) {
        this.longestDelayMillis = longestDelayMillis;
        this.longestPauseSeconds = longestPauseSeconds;
        this.underWay = underWay;
    }

    /** After the phase was first seen, so much is let pass at most. */
    int longestDelayMillis() {
        return longestDelayMillis;
    }

    /**
     * For so long nothing of the phase may be seen before it counts as over: a launch goes on without a pause, while the
     * next join may be long after the first, that of a department.
     */
    Duration longestPause() {
        return Duration.ofSeconds(longestPauseSeconds);
    }

    /** What is under way at this moment. */
    Optional<String> in(CascadeRun run) {
        return underWay.apply(run);
    }

    /** Whether nobody else has to work for it. */
    boolean isAtStart() {
        return this == PATROL || this == MAIL;
    }

    private static Optional<String> waiting(CascadeRun run, boolean report) {
        var names = run.clerks.waitingFor(name -> name.endsWith("Report") == report);
        return names.isEmpty() ? Optional.empty() : Optional.of("unanswered: " + String.join(", ", names));
    }

    private static Optional<String> job(CascadeRun run, String elements) {
        return first(run, """
                select count(*) as state from act_ru_job j join act_ru_execution x on x.id_ = j.execution_id_
                 where j.lock_owner_ is not null and x.act_id_ in (%s) having count(*) > 0""".formatted(elements));
    }

    private static Optional<String> first(CascadeRun run, String sql) {
        return run.watch.queryForList(sql, String.class).stream().findFirst();
    }
}
