package org.noticecascade.ledger;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Seals again and again while the service runs; a page under way is finished when it stops. */
@Component
@ConditionalOnProperty(name = "cascade.ledger.enabled", matchIfMissing = true)
class SealSchedule implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SealSchedule.class);
    private static final int STOP_SECONDS = 30;

    private final Sealing sealing;
    private final HeadLog headLog;
    private final LedgerProperties properties;
    private volatile boolean stopping;
    private @Nullable ScheduledExecutorService looks;

    SealSchedule(Sealing sealing, HeadLog headLog, LedgerProperties properties) {
        this.sealing = sealing;
        this.headLog = headLog;
        this.properties = properties;
    }

    @Override
    public void start() {
        stopping = false;
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "ledger-sealing");
            thread.setDaemon(true);
            return thread;
        });
        long pause = properties.poll().toMillis();
        executor.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
        looks = executor;
    }

    private void look() {
        try {
            sealing.run(() -> stopping);
            headLog.writeOnceADay();
        } catch (RuntimeException e) {
            LOG.error("The ledger could not be sealed; it is tried again in {}", properties.poll(), e);
        }
    }

    @Override
    public void stop() {
        stopping = true;
        ScheduledExecutorService executor = looks;
        looks = null;
        if (executor != null) {
            executor.shutdown();
            try {
                if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                    LOG.warn("A page of the ledger is still being sealed after {} s; it is rolled back", STOP_SECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return looks != null;
    }
}
