package org.noticecascade.ledger.web;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.noticecascade.ledger.CheckResult;
import org.noticecascade.ledger.Head;
import org.noticecascade.ledger.LedgerCheck;
import org.noticecascade.ledger.web.Verification.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Checks the ledger in the background, one check at a time, and remembers the last, in memory only. */
@Component
class Verifying implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Verifying.class);
    private static final int SECONDS_TO_END = 10;

    private final LedgerCheck check;
    private final Clock clock;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "ledger-check");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;
    private @Nullable Verification last;

    Verifying(LedgerCheck check, Clock clock) {
        this.check = check;
        this.clock = clock;
    }

    /** The running check, or the last one; starts one if there is none, or none is running and another is wanted. */
    synchronized Verification state(List<Head> known, boolean again) {
        Verification present = last;
        if (present == null || (again && present.state() != State.RUNNING)) {
            present = new Verification(State.RUNNING, OffsetDateTime.now(clock), null, 0, 0, null, null);
            last = present;
            executor.execute(() -> run(known));
        }
        return present;
    }

    private void run(List<Head> known) {
        try {
            CheckResult result = check.run(known, this::at);
            if (!result.intact()) {
                LOG.error(
                        "The ledger has {} differences, the first: {}",
                        result.differences(),
                        result.findings().get(0).line());
            }
            finish(State.DONE, result);
        } catch (RuntimeException e) {
            LOG.error("The check of the ledger broke off", e);
            finish(State.BROKEN_OFF, null);
        }
    }

    private synchronized boolean at(long checked, long all) {
        Verification running = last;
        if (running != null) {
            last = new Verification(State.RUNNING, running.startedAt(), null, checked, all, null, null);
        }
        return !stopping;
    }

    private synchronized void finish(State state, @Nullable CheckResult result) {
        Verification running = last;
        if (running != null) {
            last = new Verification(
                    state,
                    running.startedAt(),
                    OffsetDateTime.now(clock),
                    running.checked(),
                    running.all(),
                    result == null ? null : result.intact(),
                    result);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        executor.shutdown();
        if (!executor.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            LOG.warn("A check of the ledger still runs after {} seconds", SECONDS_TO_END);
        }
    }
}
