package org.noticecascade.platform;

/** Counts lines within the current minute. */
final class LinesPerMinute {
    private static final long MINUTE = 60_000;

    private final int most;
    private long minute = Long.MIN_VALUE;
    private int taken;
    private long missed;

    LinesPerMinute(int most) {
        this.most = most;
    }

    /** Begins a new minute if {@code millis} lies in one; returns how many lines the one before left out. */
    synchronized long startOf(long millis) {
        if (millis / MINUTE == minute) {
            return 0;
        }
        minute = millis / MINUTE;
        taken = 0;
        long before = missed;
        missed = 0;
        return before;
    }

    /** Whether one more line may be written. */
    synchronized boolean take() {
        if (taken < most) {
            taken++;
            return true;
        }
        missed++;
        return false;
    }
}
