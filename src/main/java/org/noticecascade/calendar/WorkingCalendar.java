package org.noticecascade.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The calendar in force: a snapshot of the tables, read again when it is a minute old, so that every node notices an
 * arrangement that was entered on another.
 *
 * <p>One thread reads again; the others go on with what they have instead of waiting, perhaps with a connection in hand.
 *
 * <p>A caller that counts several times for one decision takes {@link #days()} once, so that all its dates come from
 * the same snapshot.
 */
@Component
public class WorkingCalendar {
    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

    private final CalendarDays stored;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Snapshot snapshot;

    private record Snapshot(WorkingDays days, Instant readAt) {}

    WorkingCalendar(CalendarDays stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    /** The current snapshot. */
    public WorkingDays days() {
        Snapshot current = snapshot;
        if (current == null) {
            return load();
        }
        if (!isFresh(current) && reading.tryLock()) {
            try {
                return load();
            } finally {
                reading.unlock();
            }
        }
        return current.days();
    }

    private boolean isFresh(Snapshot read) {
        return Duration.between(read.readAt(), clock.instant()).abs().compareTo(KEPT_FOR) <= 0;
    }

    /** Reads the tables again at once. Call it after the transaction that changed them has committed. */
    public void reload() {
        load();
    }

    private WorkingDays load() {
        reading.lock();
        try {
            WorkingDays loaded = WorkingDays.of(stored.all(), stored.completeYears());
            snapshot = new Snapshot(loaded, clock.instant());
            return loaded;
        } finally {
            reading.unlock();
        }
    }
}
