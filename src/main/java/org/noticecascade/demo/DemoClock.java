package org.noticecascade.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.ManagementService;
import org.noticecascade.platform.CascadeClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * How far the demo's clock runs ahead. Kept in the database, so that after a restart nothing that was done lies in the
 * future.
 */
@Component
@Profile("demo")
class DemoClock {
    static final String PROPERTY = "cascade.demo.clock-ahead";
    private static final Logger LOG = LoggerFactory.getLogger(DemoClock.class);

    private final CascadeClock clock;
    private final ManagementService management;

    DemoClock(CascadeClock clock, ManagementService management) {
        this.clock = clock;
        this.management = management;
        String kept = management.getProperties().get(PROPERTY);
        if (kept != null) {
            clock.shiftBy(Duration.parse(kept));
            LOG.info("Demo: the clock runs {} days ahead: it is {}", ahead().toDays(), now());
        }
    }

    Clock clock() {
        return clock;
    }

    LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }

    Duration ahead() {
        return clock.offset();
    }

    /**
     * Moves service and engine forward; the clock goes on ticking from there.
     *
     * @throws IllegalArgumentException if the moment has passed: what was written since would lie in the future
     */
    void moveTo(LocalDateTime moment) {
        Duration step = Duration.between(clock.instant(), moment.atZone(clock.getZone()));
        if (step.isNegative()) {
            throw new IllegalArgumentException(
                    "The demo's clock goes forward only: it is %s, not before %s. Delete the data folder to begin anew."
                            .formatted(now(), moment));
        }
        Duration ahead = clock.offset().plus(step);
        management.setProperty(PROPERTY, ahead.toString());
        clock.shiftBy(ahead);
    }
}
