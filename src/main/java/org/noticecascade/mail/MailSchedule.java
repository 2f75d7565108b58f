package org.noticecascade.mail;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks into the outbox again and again while the service runs.
 *
 * <p>A thread of its own, because a server that hangs must not hold up other schedules; started after every bean is
 * there, so after the database was migrated, and stopped before any goes: a mail under way is finished, the rest put
 * back.
 */
@Component
@ConditionalOnProperty(name = "cascade.mail.enabled", matchIfMissing = true)
class MailSchedule implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MailSchedule.class);
    private static final int STOP_SECONDS = 60;

    private final OutboxSender sender;
    private final QuietHours quietHours;
    private final OldMails oldMails;
    private final MailProperties properties;
    private final ApplicationEventPublisher events;
    private volatile boolean stopping;
    private @Nullable ScheduledExecutorService looks;

    MailSchedule(
            OutboxSender sender,
            QuietHours quietHours,
            OldMails oldMails,
            MailProperties properties,
            ApplicationEventPublisher events) {
        this.sender = sender;
        this.quietHours = quietHours;
        this.oldMails = oldMails;
        this.properties = properties;
        this.events = events;
    }

    @Override
    public void start() {
        if (!sender.isUsable()) {
            LOG.warn("No mail leaves: set spring.mail.host, or cascade.mail.enabled=false to do without");
        } else if (!quietHours.isUsable()) {
            LOG.warn("No mail leaves: there is no WorkdayCheck to tell working days from days off");
        } else {
            begin();
        }
    }

    private void begin() {
        stopping = false;
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "mail-sender");
            thread.setDaemon(true);
            return thread;
        });
        long pause = properties.poll().toMillis();
        executor.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
        looks = executor;
        LOG.info(
                "Mail leaves on working days between {} and {}",
                properties.hours().from(),
                properties.hours().until());
    }

    private void look() {
        try {
            int sent = sender.run(() -> stopping);
            if (sent > 0) {
                LOG.info("{} mails sent", sent);
            }
            oldMails.deleteOnceADay(() -> stopping);
            events.publishEvent(new OutboxLooked());
        } catch (RuntimeException e) {
            LOG.error("The outbox could not be worked on; it is tried again in {}", properties.poll(), e);
        }
    }

    @Override
    public void stop() {
        stopping = true;
        ScheduledExecutorService executor = looks;
        looks = null;
        if (executor != null) {
            executor.shutdown();
            awaitEnd(executor);
        }
    }

    private static void awaitEnd(ScheduledExecutorService executor) {
        try {
            if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A mail is still under way after {} s; its claim will run out", STOP_SECONDS);
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return looks != null;
    }
}
