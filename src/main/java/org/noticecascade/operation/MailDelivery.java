package org.noticecascade.operation;

import org.noticecascade.mail.MailTrouble;
import org.noticecascade.mail.Outbox;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Down while the circuit breaker keeps mail from leaving; asks no server. Not part of readiness: people can work. */
@Component("mailDelivery")
class MailDelivery extends AbstractHealthIndicator {
    private final LatestFigures figures;

    MailDelivery(LatestFigures figures) {
        super("The outbox could not be counted");
        this.figures = figures;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Figures now = figures.get();
        health.up()
                .withDetail("waiting", now.mails().getOrDefault(Outbox.Status.WAITING, 0L))
                .withDetail("failed", now.mails().getOrDefault(Outbox.Status.FAILED, 0L));
        MailTrouble trouble = now.trouble();
        if (trouble != null) {
            health.down()
                    .withDetail("failuresInARow", trouble.failures())
                    .withDetail("nextTry", trouble.nextProbe().toString());
        }
    }
}
