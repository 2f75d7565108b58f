package org.noticecascade.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only those who may open Cockpit or Admin call what stands behind their pages. The engine closes the pages, but
 * answers the calls of whoever is signed in with what they may read.
 */
final class AppGuard extends OncePerRequestFilter {
    private static final Pattern BEHIND =
            Pattern.compile("/camunda/+api/+(cockpit|admin)/+(?!auth/)(.*)", Pattern.DOTALL);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = RequestPath.of(request);
        Matcher behind = BEHIND.matcher(path);
        if (behind.matches()
                && Caller.of(request).isPresent()
                && !Caller.appsOf(request).contains(behind.group(1))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }
}
