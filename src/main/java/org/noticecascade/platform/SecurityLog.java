package org.noticecascade.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One line for every refused access, sign-in and sign-out, in the logger {@value #LOGGER}; see docs/security.md.
 *
 * <p>Everything a caller can choose is cleaned and shortened, so that a line stays one line. Refusals and failed
 * sign-ins beyond the allowed lines per minute are counted instead of written; what is kept in memory is bounded.
 */
@Component
public class SecurityLog {
    /** The name to route to a file of its own. */
    public static final String LOGGER = "org.noticecascade.security";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
    private static final int LONGEST = 200;
    private static final int REMEMBERED = 2_000;
    private static final long HOUR = 3_600_000;

    @SuppressWarnings("ThreadLocalUsage") // a bean: there is one
    private final ThreadLocal<@Nullable HttpServletRequest> current = new ThreadLocal<>();

    private final Map<String, Long> lastSignIn = Collections.synchronizedMap(new Bounded());
    private final LinesPerMinute limit;
    private final Clock clock;

    SecurityLog(SecurityProperties properties, Clock clock) {
        this.limit = new LinesPerMinute(properties.logLinesPerMinute());
        this.clock = clock;
    }

    /** The request this thread serves, which sign-ins are attributed to; {@code null} when it is done. */
    public void serving(@Nullable HttpServletRequest request) {
        if (request == null) {
            current.remove();
        } else {
            current.set(request);
        }
    }

    /** A call was not let through. */
    public void refused(HttpServletRequest request, @Nullable Caller caller, int status, String reason) {
        warn("refused status=%d reason=%s user=%s %s"
                .formatted(status, reason, caller == null ? "-" : quoted(caller.user()), where(request)));
    }

    /** A session ended. */
    public void signedOut(HttpServletRequest request, Caller caller, String reason) {
        LOG.info("signed-out reason={} user={} {}", reason, quoted(caller.user()), where(request));
    }

    /** A session ended without its person's sign-out here. */
    public void sessionEnded(HttpServletRequest request, String user, String reason) {
        LOG.info("signed-out reason={} user={} {}", reason, quoted(user), where(request));
    }

    /** Somebody gave the right password. Machines sign in with each call: the same account and address once an hour. */
    public void signedIn(String account) {
        HttpServletRequest request = current.get();
        boolean machine = request != null && request.getHeader("Authorization") != null;
        String key = account + ' ' + (request == null ? "" : request.getRemoteAddr());
        Long before = machine ? lastSignIn.get(key) : null;
        long now = clock.millis();
        if (before == null || Math.abs(now - before) >= HOUR) {
            if (machine) {
                lastSignIn.put(key, now);
            }
            LOG.info("signed-in user={} {}", quoted(account), where(request));
        }
    }

    /**
     * Somebody was not let in.
     *
     * @param reason one word, for example {@code wrong-password}
     */
    public void signInFailed(@Nullable String account, String reason) {
        warn("sign-in-failed reason=%s account=%s %s"
                .formatted(reason, account == null ? "-" : quoted(account), where(current.get())));
    }

    /**
     * The engine was asked to evaluate what is not on its list, and did not.
     *
     * @param what one word, for example {@code expression}
     */
    void notEvaluated(String what, String text) {
        warn("not-evaluated what=%s text=%s %s".formatted(what, quoted(text), where(current.get())));
    }

    private void warn(String line) {
        long missed = limit.startOf(clock.millis());
        if (missed > 0) {
            LOG.warn("left-out lines={} reason=too-many-per-minute", missed);
        }
        if (limit.take()) {
            LOG.warn(line);
        }
    }

    private static String where(@Nullable HttpServletRequest request) {
        return request == null
                ? "from=-"
                : "from=%s %s %s"
                        .formatted(
                                cleaned(request.getRemoteAddr()),
                                cleaned(request.getMethod()),
                                cleaned(request.getRequestURI()));
    }

    private static String quoted(String text) {
        return '"' + cleaned(text) + '"';
    }

    /** No line break, no quotation mark, nothing invisible, no more than 200 characters. */
    public static String cleaned(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(character -> {
            boolean plain = character == ' '
                    || (character > ' ' && character < 127 && character != '"' && character != '\\')
                    || Character.isLetterOrDigit(character);
            clean.appendCodePoint(plain ? character : '?');
        });
        return clean.toString();
    }

    /** Forgets the eldest. */
    private static final class Bounded extends LinkedHashMap<String, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    }
}
