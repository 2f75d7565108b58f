package org.noticecascade.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer tells the browser, errors and pages alike. The web applications put their own content
 * security policy, with a nonce for their scripts, in the place of the one here that allows nothing.
 */
final class SafeHeaders extends OncePerRequestFilter {
    private final Duration hsts;

    SafeHeaders(Duration hsts) {
        this.hsts = hsts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (!hsts.isZero() && request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=" + hsts.toSeconds());
        }
        chain.doFilter(request, response);
    }
}
