package org.noticecascade.security;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many wrong passwords each key has seen, and until when it pauses. Keeps a bounded number of keys and forgets the
 * one not seen for longest.
 *
 * <p>Not thread-safe: {@link SignInThrottle} holds its lock around every call.
 */
final class GuessCounts {
    private final Map<String, Count> counts;
    private final int free;
    private final AccountProperties settings;

    /** @param last when the last wrong password came */
    private record Count(int guesses, Instant last) {}

    GuessCounts(int free, int most, AccountProperties settings) {
        this.free = free;
        this.settings = settings;
        this.counts = new Bounded(most);
    }

    /** How long {@code key} is to wait; zero if it need not. */
    Duration pause(String key, Instant now) {
        Count count = current(key, now);
        if (count == null || count.guesses() < free) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, count.last().plus(pauseAfter(count.guesses())));
        return left.isNegative() ? Duration.ZERO : left;
    }

    void add(String key, Instant now) {
        Count count = current(key, now);
        counts.put(key, new Count(count == null ? 1 : count.guesses() + 1, now));
    }

    void remove(String key) {
        counts.remove(key);
    }

    int size() {
        return counts.size();
    }

    private @Nullable Count current(String key, Instant now) {
        Count count = counts.get(key);
        if (count == null) {
            return null;
        }
        if (count.last().isAfter(now)) {
            return setBack(key, count, now);
        }
        if (Duration.between(count.last(), now).compareTo(settings.forgetAfter()) > 0) {
            counts.remove(key);
            return null;
        }
        return count;
    }

    /** The clock was set back: the pause begins anew rather than last until the clock is where it was. */
    private Count setBack(String key, Count count, Instant now) {
        Count moved = new Count(count.guesses(), now);
        counts.put(key, moved);
        return moved;
    }

    private Duration pauseAfter(int guesses) {
        int doublings = Math.min(guesses - free, 20);
        Duration pause = settings.firstPause().multipliedBy(1L << doublings);
        return pause.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : pause;
    }

    /** Forgets the one not seen for longest. */
    private static final class Bounded extends LinkedHashMap<String, Count> {
        private static final long serialVersionUID = 1L;

        private final int most;

        Bounded(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > most;
        }
    }
}
