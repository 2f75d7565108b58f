package org.noticecascade.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps what only operators need of the engine's REST API to administrators: events by name, external tasks, moving
 * and migrating instances, operations on many things at once, telemetry, schema and metrics.
 *
 * <p>The engine checks some of them against what they would hit, so that its answer tells whether that exists, and
 * some, such as signals and the telemetry setting, hardly at all.
 */
final class OperatorsOnly extends OncePerRequestFilter {
    private static final String ROOT = "(?:/+engine-rest|/+camunda/+api/+engine)(?:/+engine/+[^/]+)?/+";
    private static final Pattern ALWAYS =
            Pattern.compile(ROOT + "(telemetry|schema|metrics|history/+cleanup)(/.*)?", Pattern.DOTALL);
    private static final Pattern WRITING = Pattern.compile(
            ROOT
                    + "(message|signal|condition|external-task|migration|modification|batch|job-definition|deployment"
                    + "|history/+[a-z-]+/+(delete|set-removal-time)"
                    + "|process-instance/+(delete|delete-historic-query-based|job-retries"
                    + "|job-retries-historic-query-based|suspended|suspended-async|variables-async|message-async)"
                    + "|job/+(retries|suspended)|process-definition/+suspended)(/.*)?",
            Pattern.DOTALL);
    private static final Pattern READING = Pattern.compile("GET|HEAD|OPTIONS");

    private final ObjectMapper json;

    OperatorsOnly(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = Caller.of(request).orElse(null);
        if (caller == null || caller.isAdministrator() || !isOperation(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        Words words = new Words("该操作只供系统管理员使用。", "This operation is for administrators only.");
        response.getOutputStream()
                .write(json.writeValueAsBytes(
                        Map.of("type", "Refusal", "message", words.chinese(), "messageEn", words.english())));
    }

    private static boolean isOperation(HttpServletRequest request) {
        String path = RequestPath.of(request);
        boolean reads = READING.matcher(request.getMethod()).matches();
        return ALWAYS.matcher(path).matches() || !reads && WRITING.matcher(path).matches();
    }
}
