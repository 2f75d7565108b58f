package org.noticecascade.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;

/**
 * HTTP basic; only the health that a load balancer asks for needs none, and then tells no details, and the figures have
 * a token of their own.
 */
final class BasicExceptHealth extends ProcessEngineAuthenticationFilter {
    private static final Pattern HEALTH = Pattern.compile("/actuator/health(/(liveness|readiness))?");

    private final ScrapeToken token;

    BasicExceptHealth(ScrapeToken token) {
        this.token = token;
    }

    /** Whether that is asked for. */
    static boolean isHealth(HttpServletRequest request) {
        return HEALTH.matcher(request.getServletPath()).matches();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        if (isHealth(http) && http.getHeader("Authorization") == null || token.allows(http)) {
            chain.doFilter(request, response);
        } else {
            super.doFilter(request, response, chain);
        }
    }
}
