package org.noticecascade.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Turns what the engine's REST API answers 500 or in English into an answer a person can act on: a refused
 * submission, a task that is done already, a task of another unit.
 *
 * <p>The shape stays the engine's ({@code type}, {@code message}), which Tasklist shows as it is. What nobody can act
 * on is logged under a reference and answered without its words, which may hold SQL. Answers that are no errors pass
 * through without being held in memory.
 */
@Component
public final class EngineErrors extends OncePerRequestFilter {
    private static final ThreadLocal<@Nullable Refusal> LAST = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable Outage> OUTAGE = new ThreadLocal<>();

    private final ObjectMapper json;
    private final Unclaiming unclaiming;
    private final Hidden hidden;

    EngineErrors(ObjectMapper json, Unclaiming unclaiming, Hidden hidden) {
        this.json = json;
        this.unclaiming = unclaiming;
        this.hidden = hidden;
    }

    /** Keeps the refusal for the answer of the request this thread is serving. */
    public static void remember(Refusal refusal) {
        LAST.set(refusal);
    }

    /** What was kept for the answer so far. */
    static @Nullable Refusal remembered() {
        return LAST.get();
    }

    /** The same for what the machine lacked. */
    static void remember(Outage outage) {
        OUTAGE.set(outage);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        forget();
        var answer = new HeldErrors(response);
        try {
            chain.doFilter(request, answer);
            if (answer.getStatus() >= 400 && !answer.isCommitted()) {
                translate(request, answer);
            }
        } finally {
            forget();
            answer.copyBodyToResponse();
        }
    }

    private static void forget() {
        LAST.remove();
        OUTAGE.remove();
    }

    private void translate(HttpServletRequest request, HeldErrors answer) throws IOException {
        String body = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
        if (unclaiming.allows(request, answer.getStatus(), body)) {
            answer.resetBuffer();
            answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        Outage outage = OUTAGE.get();
        if (outage != null && answer.getStatus() >= 500) {
            Unexpected.logged(request, body, null);
            write(
                    answer,
                    outage.status().value(),
                    outage.name(),
                    outage.words().chinese(),
                    outage.words().english());
            return;
        }
        Refusal remembered = LAST.get();
        Refusal refusal = remembered != null ? remembered : refusalFor(request, answer.getStatus(), body);
        if (refusal != null) {
            write(answer, refusal);
        } else if (EngineWords.isInternal(answer.getStatus(), body)) {
            Unexpected unexpected = Unexpected.logged(request, body, null);
            write(answer, 500, "InternalError", unexpected.chinese(), unexpected.english());
        }
    }

    private @Nullable Refusal refusalFor(HttpServletRequest request, int status, String body) {
        if (status != HttpServletResponse.SC_UNAUTHORIZED && !EngineWords.isRace(body) && hidden.from(request)) {
            return EngineWords.missing(request);
        }
        return EngineWords.refusalFor(request, status, body);
    }

    private void write(HeldErrors answer, Refusal refusal) throws IOException {
        write(answer, statusOf(refusal).value(), "Refusal", refusal.chinese(), refusal.english());
    }

    private void write(HeldErrors answer, int status, String type, String chinese, String english) throws IOException {
        answer.resetBuffer();
        answer.setStatus(status);
        answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
        answer.getOutputStream()
                .write(json.writeValueAsBytes(Map.of("type", type, "message", chinese, "messageEn", english)));
    }

    /** The HTTP status of a refusal, the same for the engine's API and ours. */
    static HttpStatus statusOf(Refusal refusal) {
        return switch (refusal.kind()) {
            case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
    }

    /** Holds the body of an error back; everything else goes straight out. */
    private static final class HeldErrors extends ContentCachingResponseWrapper {
        HeldErrors(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return getStatus() < 400 ? getResponse().getOutputStream() : super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            return getStatus() < 400 ? getResponse().getWriter() : super.getWriter();
        }
    }
}
