package org.noticecascade.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a log line says beside its text, as ids only: the request, who sent it, and the notice and unit it is about.
 *
 * <p>The outermost filter. The answer's {@code X-Request-Id} is the one the proxy sent, or a new one. Inside the
 * engine's own work {@link LogMembers} reads notice and unit from the business key.
 */
public final class LogContext extends OncePerRequestFilter {
    static final String REQUEST = "request";
    static final String USER = "user";
    static final String NOTICE = "notice";
    static final String UNIT = "unit";

    private static final List<String> ALL = List.of(REQUEST, USER, NOTICE, UNIT);
    private static final String HEADER = "X-Request-Id";
    private static final Pattern SENT = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final Pattern IN_PATH = Pattern.compile("/(notices|units)/([0-9]{1,18})(?:/|$)");
    private static final Pattern KEY = Pattern.compile("([0-9]{1,18})/([0-9A-Za-z]{1,12})");

    /** Stands outside of everything else. */
    public LogContext() {}

    /** Names the notice and the unit that this thread works on until the request ends. */
    public static void about(@Nullable String businessKey) {
        Matcher key = KEY.matcher(businessKey == null ? "" : businessKey);
        if (key.matches()) {
            MDC.put(NOTICE, key.group(1));
            MDC.put(UNIT, key.group(2));
        }
    }

    /** The same while a step of a process works; what was named before is named again when it closes. */
    static Work within(@Nullable String businessKey) {
        Work work = new Work(MDC.get(NOTICE), MDC.get(UNIT));
        about(businessKey);
        return work;
    }

    /** Names again what was named before. */
    record Work(@Nullable String notice, @Nullable String unit) implements AutoCloseable {
        @Override
        public void close() {
            again(NOTICE, notice);
            again(UNIT, unit);
        }

        private static void again(String name, @Nullable String value) {
            if (value == null) {
                MDC.remove(name);
            } else {
                MDC.put(name, value);
            }
        }
    }

    /** The notice in a business key, or null where it is none of ours. */
    static @Nullable String noticeIn(@Nullable String businessKey) {
        return group(businessKey, 1);
    }

    /** The unit in a business key, or null where it is none of ours. */
    static @Nullable String unitIn(@Nullable String businessKey) {
        return group(businessKey, 2);
    }

    private static @Nullable String group(@Nullable String businessKey, int group) {
        Matcher key = KEY.matcher(businessKey == null ? "" : businessKey);
        return key.matches() ? key.group(group) : null;
    }

    /** Names who sent the request, once that is known. */
    public static void sentBy(@Nullable Caller caller) {
        if (caller != null) {
            MDC.put(USER, SecurityLog.cleaned(caller.user()));
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String sent = request.getHeader(HEADER);
        String id = sent != null && SENT.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
        MDC.put(REQUEST, id);
        response.setHeader(HEADER, id);
        sentBy(Caller.of(request).orElse(null));
        Matcher path = IN_PATH.matcher(request.getRequestURI());
        while (path.find()) {
            MDC.put("notices".equals(path.group(1)) ? NOTICE : UNIT, path.group(2));
        }
        boolean answered = false;
        HeldFailures.begin();
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            HeldFailures.end(request, answered ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            ALL.forEach(MDC::remove);
        }
    }
}
