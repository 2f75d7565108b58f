package org.noticecascade.security;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much of a body is taken and how long it may take.
 *
 * @param bytes the most
 * @param time from the first reading on
 * @param grace how long it may begin slowly
 * @param bytesPerSecond the average it needs after that
 */
record BodyRules(long bytes, Duration time, Duration grace, int bytesPerSecond) {

    private static final long LARGEST = 100L << 20;

    /** Of who has not signed in. */
    static BodyRules anonymous(LimitsProperties.Body limits) {
        return new BodyRules(limits.anonymousBytes(), limits.anonymousTime(), limits.grace(), limits.bytesPerSecond());
    }

    /** Of who has; sizes have limits of their own, further in. */
    static BodyRules signedIn(LimitsProperties.Body limits, @Nullable String type) {
        boolean upload = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        return new BodyRules(
                LARGEST, upload ? limits.uploadTime() : limits.time(), limits.grace(), limits.bytesPerSecond());
    }

    /** Of what nobody has read. */
    static BodyRules rest(LimitsProperties.Body limits, Duration atMost) {
        return new BodyRules(LARGEST, atMost, limits.grace(), limits.bytesPerSecond());
    }

    /** Whether a body that has brought so much in that time may go on. */
    boolean isFastEnough(long brought, long nanos) {
        double seconds = nanos / 1e9;
        boolean steady = nanos <= grace.toNanos() || brought >= seconds * bytesPerSecond;
        return nanos <= time.toNanos() && steady;
    }
}
