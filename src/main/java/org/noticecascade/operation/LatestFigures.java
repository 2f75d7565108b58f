package org.noticecascade.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The figures, at most {@code cascade.health.read-every} old. Health is open to everybody and figures are scraped
 * often: however many ask, the tables are read once in that time, by one thread, also when that fails.
 */
@Component
class LatestFigures {
    private static final Logger LOG = LoggerFactory.getLogger(LatestFigures.class);

    private final Readings readings;
    private final Duration keptFor;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Attempt latest;

    /** @param figures null where reading failed with {@code error} */
    private record Attempt(
            Instant at, @Nullable Figures figures, @Nullable RuntimeException error) {}

    LatestFigures(Readings readings, HealthProperties properties, Clock clock) {
        this.readings = readings;
        this.keptFor = properties.readEvery();
        this.clock = clock;
    }

    /**
     * The latest figures.
     *
     * @throws IllegalStateException if the tables could not be read the last time
     */
    Figures get() {
        Attempt current = current();
        if (current.figures() == null) {
            throw new IllegalStateException("The figures could not be read from the database", current.error());
        }
        return current.figures();
    }

    /** Whoever asks next reads the tables. */
    void forget() {
        latest = null;
    }

    private Attempt current() {
        Attempt known = latest;
        if (known != null && isFresh(known)) {
            return known;
        }
        if (known != null && !reading.tryLock()) {
            return known;
        }
        if (known == null) {
            reading.lock();
        }
        try {
            Attempt meanwhile = latest;
            return meanwhile != null && isFresh(meanwhile) ? meanwhile : read();
        } finally {
            reading.unlock();
        }
    }

    private boolean isFresh(Attempt attempt) {
        return Duration.between(attempt.at(), clock.instant()).abs().compareTo(keptFor) < 0;
    }

    private Attempt read() {
        Attempt attempt;
        try {
            attempt = new Attempt(clock.instant(), readings.read(), null);
        } catch (RuntimeException e) {
            LOG.warn("The figures could not be read; next try in {}: {}", keptFor, e.toString());
            attempt = new Attempt(clock.instant(), null, e);
        }
        latest = attempt;
        return attempt;
    }
}
