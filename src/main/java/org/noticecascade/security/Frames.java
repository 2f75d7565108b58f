package org.noticecascade.security;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noticecascade.platform.Fault;

/** The frames of what is our fault: the first time in a minute for each kind, and no more of them than help. */
final class Frames {
    private static final long MINUTE = 60_000;
    private static final int MOST_KINDS = 50;
    private static final int MOST = 40;
    private static final int LONGEST = 200;

    private final Clock clock;
    private final Set<String> seen = new HashSet<>();
    private long minute = Long.MIN_VALUE;

    Frames(Clock clock) {
        this.clock = clock;
    }

    /** What to write below the line, with the root's frames and none of its parameters; null for nothing. */
    @Nullable
    Throwable of(Throwable failure) {
        Throwable root = FailureLine.root(failure);
        return root.getStackTrace().length > 0 && Fault.isOurs(failure) && isFirst(kind(root)) ? new Told(root) : null;
    }

    private static String kind(Throwable root) {
        return root.getClass().getName() + ' ' + FailureLine.place(root.getStackTrace()[0]);
    }

    private synchronized boolean isFirst(String kind) {
        long now = clock.millis() / MINUTE;
        if (now != minute) {
            minute = now;
            seen.clear();
        }
        return seen.size() < MOST_KINDS && seen.add(kind);
    }

    /** A failure's frames under its own name, without what it says behind the first words. */
    private static final class Told extends Throwable {
        private static final long serialVersionUID = 1L;

        Told(Throwable root) {
            super(
                    root.getClass().getName() + ": "
                            + FailureLine.inOneLine(String.valueOf(root.getMessage()), LONGEST),
                    null,
                    false,
                    true);
            setStackTrace(Arrays.stream(root.getStackTrace()).limit(MOST).toArray(StackTraceElement[]::new));
        }
    }
}
