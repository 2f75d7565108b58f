package org.noticecascade.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Turns what the engine's REST API answers 500 or in English into an answer a person can act on: a refused
 * submission, a task that is done already, a task of another unit.
 *
 * <p>The shape stays the engine's ({@code type}, {@code message}), which Tasklist shows as it is.
 */
final class EngineErrors extends OncePerRequestFilter {
    private static final ThreadLocal<@Nullable Refusal> LAST = new ThreadLocal<>();
    private static final Refusal GONE =
            Refusal.notFound("该任务已办结、已撤回或不存在,请刷新任务列表。", "The task is done, withdrawn or unknown. Refresh the list.");
    private static final Refusal FOREIGN =
            Refusal.forbidden("您无权办理该任务:它不属于您的单位或角色。", "The task is not yours: it belongs to another unit or role.");
    private static final Refusal RACED =
            Refusal.conflict("该任务刚刚被他人办理,请刷新任务列表。", "Somebody else has just worked on this task. Refresh the list.");

    private final ObjectMapper json;

    EngineErrors(ObjectMapper json) {
        this.json = json;
    }

    /** Keeps the refusal for the answer of the request this thread is serving. */
    static void remember(Refusal refusal) {
        LAST.set(refusal);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return "GET".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        LAST.remove();
        var answer = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, answer);
            Refusal refusal = answer.getStatus() < 400 ? null : refusalFor(request, answer);
            if (refusal != null) {
                answer.resetBuffer();
                answer.setStatus(statusOf(refusal).value());
                answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
                answer.getOutputStream()
                        .write(json.writeValueAsBytes(Map.of(
                                "type", "Refusal", "message", refusal.chinese(), "messageEn", refusal.english())));
            }
        } finally {
            LAST.remove();
            answer.copyBodyToResponse();
        }
    }

    private static @Nullable Refusal refusalFor(HttpServletRequest request, ContentCachingResponseWrapper answer) {
        Refusal remembered = LAST.get();
        if (remembered != null) {
            return remembered;
        }
        String body = new String(answer.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        if (body.contains("OptimisticLockingException") || body.contains("ENGINE-03005")) {
            return RACED;
        }
        if (!request.getRequestURI().contains("/task/")) {
            return null;
        }
        if (body.contains("AuthorizationException") || body.contains("belongs to no authenticated tenant")) {
            return FOREIGN;
        }
        return body.contains("task is null") || body.contains("No matching task") ? GONE : null;
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
}
