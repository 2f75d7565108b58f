package org.noticecascade.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Remembers which password was right lately, so that a machine that signs in with every call does not pay the slow hash
 * each time. Holds a keyed digest of the password, never the password, and counts only while the stored hash is the
 * same: a new password ends it on every node at once.
 */
@Component
class VerifiedPasswords {
    private static final int KEPT = 10_000;

    private final KeyedDigest digest = KeyedDigest.ofThisProcess();
    private final Map<String, Verified> verified = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
            return size() > KEPT;
        }
    };
    private final Duration lasts;
    private final Clock clock;

    /** @param storedHash what the password was compared with */
    private record Verified(String password, String storedHash, Instant at) {}

    VerifiedPasswords(AccountProperties settings, Clock clock) {
        this.lasts = settings.verifiedFor();
        this.clock = clock;
    }

    boolean knows(String account, String password, String storedHash) {
        Verified before;
        synchronized (verified) {
            before = verified.get(account);
        }
        return before != null
                && before.storedHash().equals(storedHash)
                && Duration.between(before.at(), clock.instant()).abs().compareTo(lasts) < 0
                && same(before.password(), digest.of(account, password));
    }

    void remember(String account, String password, String storedHash) {
        Verified now = new Verified(digest.of(account, password), storedHash, clock.instant());
        synchronized (verified) {
            verified.put(account, now);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
