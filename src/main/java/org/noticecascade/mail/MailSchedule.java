package org.noticecascade.mail;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.noticecascade.Rounds;
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
    private static final Duration LONGEST_MAIL = Duration.ofSeconds(60);

    private final OutboxSender sender;
    private final QuietHours quietHours;
    private final OldMails oldMails;
    private final MailProperties properties;
    private final ApplicationEventPublisher events;
    private final MailTrial trial;
    private final AtomicBoolean connected = new AtomicBoolean();
    private final Rounds looks = new Rounds("mail-sender", "The outbox could not be worked on");

    MailSchedule(
            OutboxSender sender,
            QuietHours quietHours,
            OldMails oldMails,
            MailProperties properties,
            ApplicationEventPublisher events,
            MailTrial trial) {
        this.sender = sender;
        this.quietHours = quietHours;
        this.oldMails = oldMails;
        this.properties = properties;
        this.events = events;
        this.trial = trial;
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
        looks.begin(properties.poll(), this::look);
        LOG.info(
                "Mail leaves on working days between {} and {}",
                properties.hours().from(),
                properties.hours().until());
    }

    private void look() {
        if (connected.compareAndSet(false, true)) {
            trial.connectOnce(); // a wrong setting shows at start, not on the first evening with mails
        }
        int sent = sender.run(looks::areEnding);
        if (sent > 0) {
            LOG.info("{} mails sent", sent);
        }
        oldMails.deleteOnceADay(looks::areEnding);
        events.publishEvent(new OutboxLooked());
    }

    @Override
    public void stop() {
        if (!looks.end(LONGEST_MAIL)) {
            LOG.warn("A mail is still under way after {}; its claim will run out", LONGEST_MAIL);
        }
    }

    @Override
    public boolean isRunning() {
        return looks.areUnderWay();
    }
}
