package org.noticecascade.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.web.filter.OncePerRequestFilter;

/** Below {@code /actuator}: health for everybody, the figures for the token too, the rest for administrators. */
final class ActuatorGuard extends OncePerRequestFilter {
    private final ScrapeToken token;

    ActuatorGuard(ScrapeToken token) {
        this.token = token;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = Caller.of(request).orElse(null);
        if (caller != null && caller.isAdministrator()) {
            chain.doFilter(new Administrator(request, caller.user()), response);
        } else if (BasicExceptHealth.isHealth(request) || token.allows(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** What the health endpoint asks before it tells details. */
    private static final class Administrator extends HttpServletRequestWrapper {
        private final String user;

        Administrator(HttpServletRequest request, String user) {
            super(request);
            this.user = user;
        }

        @Override
        public Principal getUserPrincipal() {
            return () -> user;
        }

        @Override
        public boolean isUserInRole(String role) {
            return Groups.CAMUNDA_ADMIN.equals(role);
        }
    }
}
