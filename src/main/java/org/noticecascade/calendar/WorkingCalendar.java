package org.noticecascade.calendar;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The calendar in force: reads the tables at first use and keeps the snapshot.
 *
 * <p>A caller that counts several times for one decision takes {@link #days()} once, so that all its dates come from
 * the same snapshot.
 */
@Component
public class WorkingCalendar {
    private final CalendarDays stored;
    private volatile @Nullable WorkingDays days;

    WorkingCalendar(CalendarDays stored) {
        this.stored = stored;
    }

    /** The current snapshot. */
    public WorkingDays days() {
        WorkingDays current = days;
        return current != null ? current : load();
    }

    /**
     * Reads the tables again. Call it after the transaction that changed them has committed; a second node keeps its
     * snapshot until it reloads as well.
     */
    public void reload() {
        load();
    }

    private synchronized WorkingDays load() {
        WorkingDays loaded = WorkingDays.of(stored.all(), stored.completeYears());
        days = loaded;
        return loaded;
    }
}
