package org.noticecascade.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The calendar in force: a snapshot of the tables, read again when it is a minute old, so that every node notices an
 * arrangement that was entered on another.
 *
 * <p>A caller that counts several times for one decision takes {@link #days()} once, so that all its dates come from
 * the same snapshot.
 */
@Component
public class WorkingCalendar {
    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

    private final CalendarDays stored;
    private final Clock clock;
    private volatile @Nullable Snapshot snapshot;

    private record Snapshot(WorkingDays days, Instant readAt) {}

    WorkingCalendar(CalendarDays stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    /** The current snapshot. */
    public WorkingDays days() {
        Snapshot current = snapshot;
        if (current == null
                || Duration.between(current.readAt(), clock.instant()).abs().compareTo(KEPT_FOR) > 0) {
            return load();
        }
        return current.days();
    }

    /** Reads the tables again at once. Call it after the transaction that changed them has committed. */
    public void reload() {
        load();
    }

    private synchronized WorkingDays load() {
        WorkingDays loaded = WorkingDays.of(stored.all(), stored.completeYears());
        snapshot = new Snapshot(loaded, clock.instant());
        return loaded;
    }
}
