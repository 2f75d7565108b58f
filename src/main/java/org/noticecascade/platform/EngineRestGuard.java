package org.noticecascade.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Closes the engine's paths that check no permission: reading and deleting a task's attachment (a hole of 7.24.0),
 * and naming the engine to anybody. Files of ours are served by our own checked endpoint.
 *
 * <p>Also closes the reporting of BPMN errors and escalations: no model of ours catches one, so whoever may complete a
 * task could end a unit's process with it, without a report. And the resolving of delegated tasks: nothing is delegated by the engine
 * here, and it would take a claimed task from a colleague. And the changing and deleting of comments, for which the
 * engine asks whether somebody may do the task and not whose the comment is: a unit could rewrite its superior's words.
 */
final class EngineRestGuard extends OncePerRequestFilter {
    private static final Pattern ATTACHMENT =
            Pattern.compile(".*/(task|process-instance)/[^/]*/attachment(/.*)?", Pattern.DOTALL);
    private static final Pattern BPMN_EVENT =
            Pattern.compile(".*/task/[^/]*/(bpmnError|bpmnEscalation|resolve)/?", Pattern.DOTALL);
    private static final Set<String> CHANGING = Set.of("PUT", "DELETE");
    private static final Pattern COMMENT =
            Pattern.compile(".*/(task|process-instance)/[^/]*/comment(/.*)?", Pattern.DOTALL);
    private static final Pattern ENGINE_NAME = Pattern.compile("/engine-rest/engine/?");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = RequestPath.of(request);
        if (Stream.of(ATTACHMENT, BPMN_EVENT, ENGINE_NAME)
                        .anyMatch(closed -> closed.matcher(path).matches())
                || CHANGING.contains(request.getMethod())
                        && COMMENT.matcher(path).matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        chain.doFilter(request, response);
    }
}
