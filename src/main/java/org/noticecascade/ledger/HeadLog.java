package org.noticecascade.ledger;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes the head into the security log, at start and once a day: there it is known outside the database. Not called by
 * two threads at once.
 */
@Component
class HeadLog {
    /** The log of docs/security.md. */
    static final String LOGGER = "org.noticecascade.security";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    private final Chain chain;
    private final Clock clock;
    private @Nullable LocalDate written;

    HeadLog(Chain chain, Clock clock) {
        this.chain = chain;
        this.clock = clock;
    }

    void writeOnceADay() {
        LocalDate today = LocalDate.now(clock);
        if (!today.equals(written)) {
            chain.head().ifPresent(head -> LOG.info("ledger-head {}", head));
            written = today;
        }
    }
}
