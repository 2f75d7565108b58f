package org.noticecascade.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.noticecascade.platform.Caller;
import org.noticecascade.platform.SecurityLog;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter: ends sessions that are too old and writes what was refused inside into the security log.
 *
 * <p>What exists but is hidden answers as what does not exist, so every 404 below the APIs is written, too.
 */
final class AccessWatch extends OncePerRequestFilter {
    private static final Pattern API = Pattern.compile("(/api|/engine-rest|/camunda/api|/actuator)(/.*)?");
    /** Both web applications ask who is signed in before anybody is; "nobody" is a 404. */
    private static final Pattern WHO_AM_I = Pattern.compile("/camunda/api/admin/auth/user/[^/]+");

    private static final Pattern READING = Pattern.compile("GET|HEAD|OPTIONS|TRACE");

    private static final String REASON = AccessWatch.class.getName();

    private final SecurityLog log;
    private final Duration longestSession;

    AccessWatch(SecurityLog log, Duration longestSession) {
        this.log = log;
        this.longestSession = longestSession;
    }

    /** Keeps why a filter further in refused the call, in one word, for the line in the log. */
    static void because(HttpServletRequest request, String reason) {
        request.setAttribute(REASON, reason);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        endIfTooOld(request);
        Caller before = Caller.of(request).orElse(null);
        log.serving(request);
        try {
            chain.doFilter(request, response);
        } finally {
            log.serving(null);
            write(request, response.getStatus(), before);
        }
    }

    /** By the container's own times, which no test and no demo moves. */
    private void endIfTooOld(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getLastAccessedTime() - session.getCreationTime() > longestSession.toMillis()) {
            Caller.of(request).ifPresent(caller -> log.signedOut(request, caller, "session-too-old"));
            session.invalidate();
        }
    }

    private void write(HttpServletRequest request, int status, @Nullable Caller before) {
        String path = request.getRequestURI();
        Caller caller = before == null ? Caller.of(request).orElse(null) : before;
        Object why = request.getAttribute(REASON);
        if (why != null) {
            log.refused(request, caller, status, why.toString());
        } else if (status == 401 || status == 403 || (status == 404 && isHidden(request, path))) {
            log.refused(request, caller, status, reason(request, status, before));
        }
        if (before != null && path.endsWith("/logout") && status < 300) {
            log.signedOut(request, before, "logout");
        }
    }

    private static boolean isHidden(HttpServletRequest request, String path) {
        return API.matcher(path).matches()
                && !WHO_AM_I.matcher(request.getRequestURI()).matches();
    }

    private static String reason(HttpServletRequest request, int status, @Nullable Caller before) {
        boolean writes = !READING.matcher(request.getMethod()).matches();
        if (status == 403 && writes && request.getRequestURI().startsWith("/camunda/") && noSession(request)) {
            return before == null ? "no-csrf-token" : "no-csrf-token-signed-out";
        }
        return switch (status) {
            case 401 -> "not-signed-in";
            case 403 -> "not-allowed";
            default -> "hidden-or-missing";
        };
    }

    private static boolean noSession(HttpServletRequest request) {
        return request.getSession(false) == null;
    }
}
