package org.noticecascade.deputy.process;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks again and again which ranges of deputies have begun and ended, while the service runs. */
@Component
@ConditionalOnProperty(name = "cascade.deputy.enabled", matchIfMissing = true)
class DeputyWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeputyWatch.class);

    private final StandingIn standingIn;
    private final DeputyProperties properties;
    private @Nullable ScheduledExecutorService looks;

    DeputyWatch(StandingIn standingIn, DeputyProperties properties) {
        this.standingIn = standingIn;
        this.properties = properties;
    }

    @Override
    public void start() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "deputy-watch");
            thread.setDaemon(true);
            return thread;
        });
        long pause = properties.poll().toMillis();
        executor.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
        looks = executor;
    }

    private void look() {
        try {
            standingIn.look();
        } catch (RuntimeException e) {
            LOG.error("Deputies could not be looked after; it is tried again in {}", properties.poll(), e);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService executor = looks;
        looks = null;
        if (executor != null) {
            executor.shutdown();
            try {
                executor.awaitTermination(properties.poll().toMillis(), TimeUnit.MILLISECONDS);
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
