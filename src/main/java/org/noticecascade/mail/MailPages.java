package org.noticecascade.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Claims the next page: as much as the circuit, the rate of all nodes and the page size allow.
 *
 * <p>Locks the circuit's row meanwhile, so that two nodes count the rate one after the other and never wait for each
 * other's rows.
 */
@Component
class MailPages {
    private static final Duration RATE_WINDOW = Duration.ofMinutes(1);

    private final Claims claims;
    private final MailCircuit circuit;
    private final TransactionTemplate transaction;
    private final MailProperties properties;
    private final Clock clock;

    MailPages(
            Claims claims,
            MailCircuit circuit,
            TransactionTemplate transaction,
            MailProperties properties,
            Clock clock) {
        this.claims = claims;
        this.circuit = circuit;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @param shaky failures were counted before this page: its first success resets them
     * @param probe the circuit is half open: the first mail decides about the rest
     */
    record Page(List<Claimed> mails, boolean shaky, boolean probe) {
        static final Page NONE = new Page(List.of(), false, false);
    }

    /**
     * Puts abandoned mails back and drops digests that newer ones replace.
     *
     * @return false if the circuit is open, so that there will be no page
     */
    boolean tidy() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (isOpen(circuit.lock(), now())) {
                return false;
            }
            claims.recover(now());
            claims.dropSuperseded(now());
            return true;
        }));
    }

    /** What is to be sent next; none if nothing is due or allowed. */
    Page next() {
        Page page = transaction.execute(status -> claimed(circuit.lock()));
        return page == null ? Page.NONE : page;
    }

    private Page claimed(MailCircuit.State state) {
        Instant now = now();
        boolean probe = state.openUntil() != null;
        if (isOpen(state, now)) {
            return Page.NONE;
        }
        int most =
                Math.min(properties.pageSize(), properties.maxPerMinute() - claims.recent(now.minus(RATE_WINDOW), now));
        Instant until = now.plus(properties.claimTime());
        List<Claimed> mails = most <= 0 ? List.of() : claims.claim(most, now, until);
        if (probe && !mails.isEmpty()) {
            circuit.leaseProbe(until);
        }
        return new Page(mails, state.failures() > 0, probe);
    }

    private static boolean isOpen(MailCircuit.State state, Instant now) {
        return state.openUntil() != null && state.openUntil().isAfter(now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
