package org.noticecascade.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps a session that waits for its code to the page that asks for it. Everything else is refused: calls with 403 and
 * the page's address in a header, pages by a redirect. Allowed are these calls exactly, in no other spelling.
 */
final class SecondFactorWatch extends OncePerRequestFilter {
    /** The page; also sent in {@link #HEADER}, so that a page open before knows where to go. */
    static final String PAGE = "/camunda/api/cascade/second-factor/";

    static final String HEADER = "X-Second-Factor";

    private static final Set<String> ALLOWED = Set.of(
            "GET " + PAGE,
            "GET " + PAGE + "page.js",
            "GET " + PAGE + "page.css",
            "GET " + PAGE + "state",
            "POST " + PAGE + "enrol",
            "POST " + PAGE + "confirm",
            "GET /camunda/api/admin/auth/user/default",
            "POST /camunda/api/admin/auth/user/default/logout");
    private static final String PROBLEM = "{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,"
            + "\"detail\":\"请先输入动态验证码，再继续使用。\","
            + "\"detailEn\":\"Enter the code of your second factor first, at " + PAGE + ".\"}";

    private final PassedSecondFactor passed;

    SecondFactorWatch(PassedSecondFactor passed) {
        this.passed = passed;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!passed.isMissing(request) || ALLOWED.contains(request.getMethod() + ' ' + request.getRequestURI())) {
            chain.doFilter(request, response);
        } else if (isPage(request)) {
            response.sendRedirect(PAGE);
        } else {
            refuse(response);
        }
    }

    private static boolean isPage(HttpServletRequest request) {
        return request.getMethod().equals("GET") && !request.getRequestURI().contains("/api");
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setHeader(HEADER, PAGE);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(PROBLEM);
    }
}
