package org.noticecascade.ledger;

import java.time.Duration;
import org.noticecascade.Rounds;
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
    private static final Duration LONGEST_PAGE = Duration.ofSeconds(30);

    private final Sealing sealing;
    private final HeadLog headLog;
    private final LedgerProperties properties;
    private final Rounds looks = new Rounds("ledger-sealing", "The ledger could not be sealed");

    SealSchedule(Sealing sealing, HeadLog headLog, LedgerProperties properties) {
        this.sealing = sealing;
        this.headLog = headLog;
        this.properties = properties;
    }

    @Override
    public void start() {
        looks.begin(properties.poll(), this::look);
    }

    private void look() {
        sealing.run(looks::areEnding);
        headLog.writeOnceADay();
    }

    @Override
    public void stop() {
        if (!looks.end(LONGEST_PAGE)) {
            LOG.warn("A page of the ledger is still being sealed after {}; it is rolled back", LONGEST_PAGE);
        }
    }

    @Override
    public boolean isRunning() {
        return looks.areUnderWay();
    }
}
