package org.noticecascade.security;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How fast each account calls. Remembers the accounts that called last; whom it forgets begins with a full share. */
final class CallRates {
    private static final int REMEMBERED = 50_000;

    private final LimitsProperties.Account limits;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    CallRates(LimitsProperties.Account limits, TimeMeter time) {
        this.limits = limits;
        this.time = time;
    }

    /**
     * Takes one call, unless the account has had its share.
     *
     * @param times how many times the ordinary share it has
     * @return 0 if it was taken, or in how many seconds the next one will be
     */
    long secondsToWait(String account, int times) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(account, first -> full(times));
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? 0
                : 1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds();
    }

    private Bucket full(int times) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity((long) limits.burst() * times)
                        .refillGreedy((long) limits.callsPerSecond() * times, Duration.ofSeconds(1)))
                .build();
    }
}
