package org.noticecascade.mail;

import static org.noticecascade.mail.Claims.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The circuit breaker that all nodes share: after some failures in a row nobody tries for a while, then one mail does.
 *
 * <p>Failures of single recipients do not count here.
 */
@Repository
public class MailCircuit {
    private static final Logger LOG = LoggerFactory.getLogger(MailCircuit.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MailProperties.Breaker settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MailCircuit(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            MailProperties properties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = properties.breaker();
        this.events = events;
        this.clock = clock;
    }

    /** What the one row says; open from {@code settings.failures} failures on. */
    record State(
            int failures,
            @Nullable Instant openUntil,
            @Nullable String error) {}

    /** The trouble there is, for whoever starts after it was published. */
    public Optional<MailTrouble> trouble() {
        return trouble(read(""));
    }

    private static Optional<MailTrouble> trouble(State state) {
        return state.openUntil() == null
                ? Optional.empty()
                : Optional.of(new MailTrouble(
                        state.failures(), state.openUntil(), state.error() == null ? "" : state.error()));
    }

    /** The same, and other nodes that ask in this way wait until the caller's transaction ends. */
    public Optional<MailTrouble> lockedTrouble() {
        return trouble(lock());
    }

    /** Reads the row and keeps other nodes from claiming until the caller's transaction ends. */
    State lock() {
        return read(" for update");
    }

    /** Keeps other nodes away while this one probes; in the caller's transaction. */
    void leaseProbe(Instant until) {
        openUntil(until);
    }

    /** Ends a pause: whoever looks into the outbox next tries one mail, and a failure opens the circuit again. */
    public void tryNow() {
        transaction.executeWithoutResult(status -> {
            if (lock().openUntil() != null) {
                openUntil(now());
            }
        });
    }

    /** A failure that was not one recipient's. */
    void failed(String error) {
        MailTrouble trouble = transaction.execute(status -> counted(error));
        if (trouble == null) {
            return;
        }
        if (trouble.failures() == settings.failures()) {
            LOG.error(
                    "Mail has stopped after {} failures in a row; next try at {}: {}",
                    trouble.failures(),
                    trouble.nextProbe(),
                    error);
            publish(trouble);
        } else {
            LOG.info("Mail is still stopped, next try at {}: {}", trouble.nextProbe(), error);
        }
    }

    private @Nullable MailTrouble counted(String error) {
        int failures = lock().failures() + 1;
        boolean open = failures >= settings.failures();
        Instant until = open ? now().plus(settings.pauseAfter(failures)) : null;
        jdbc.sql("update mail_circuit set failures = :failures, open_until = :until, last_error = :error where id = 1")
                .param("failures", failures)
                .param("until", until == null ? null : at(until))
                .param("error", error.length() <= 1000 ? error : error.substring(0, 1000))
                .update();
        return until == null ? null : new MailTrouble(failures, until, error);
    }

    /** A mail was accepted. */
    void succeeded() {
        Boolean wasOpen = transaction.execute(status -> {
            boolean open = lock().openUntil() != null;
            jdbc.sql("update mail_circuit set failures = 0, open_until = null, last_error = null where id = 1")
                    .update();
            return open;
        });
        if (Boolean.TRUE.equals(wasOpen)) {
            LOG.info("Mail leaves again");
            publish(new MailRecovered(now()));
        }
    }

    /** A listener that fails must not keep mail from being stopped or sent. */
    private void publish(Object event) {
        try {
            events.publishEvent(event);
        } catch (RuntimeException e) {
            LOG.error("A listener failed on {}", event, e);
        }
    }

    private void openUntil(Instant until) {
        jdbc.sql("update mail_circuit set open_until = :until where id = 1")
                .param("until", at(until))
                .update();
    }

    private State read(String lock) {
        return jdbc.sql("select failures, open_until, last_error from mail_circuit where id = 1" + lock)
                .query(MailCircuit::state)
                .single();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static State state(ResultSet row, int number) throws SQLException {
        OffsetDateTime until = row.getObject("open_until", OffsetDateTime.class);
        return new State(row.getInt("failures"), until == null ? null : until.toInstant(), row.getString("last_error"));
    }
}
