package org.noticecascade.security;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.noticecascade.platform.SecurityLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line in the security log when an account meets its limit: once a minute for each account. */
final class LimitedLines {
    private static final Logger LOG = LoggerFactory.getLogger(SecurityLog.LOGGER);
    private static final long MINUTE = 60_000;
    private static final int REMEMBERED = 2_000;

    private final Clock clock;
    private final Map<String, Long> last = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    LimitedLines(Clock clock) {
        this.clock = clock;
    }

    void write(String account, String reason) {
        if (isFirstInAMinute(account + ' ' + reason)) {
            LOG.warn("limited reason={} account=\"{}\"", reason, account.replaceAll("[^\\p{L}\\p{N} @._-]", "?"));
        }
    }

    private boolean isFirstInAMinute(String key) {
        long now = clock.millis();
        synchronized (last) {
            Long before = last.get(key);
            if (before != null && Math.abs(now - before) < MINUTE) {
                return false;
            }
            last.put(key, now);
            return true;
        }
    }
}
