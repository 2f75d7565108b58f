package org.noticecascade.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Headers for machine clients' answers, which the web applications' own filters do not see, and words for the 401
 * that HTTP basic leaves empty.
 */
final class ApiAnswers extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        chain.doFilter(request, response);
        boolean challenged = response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED;
        if (challenged && !response.isCommitted() && response.getContentType() == null) {
            RefuseAnonymous.write(response);
        }
    }
}
