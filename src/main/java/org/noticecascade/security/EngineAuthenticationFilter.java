package org.noticecascade.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.noticecascade.platform.Caller;
import org.noticecascade.platform.LogContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Behind HTTP basic: tells the engine, the log and the filters outside who has signed in, for as long as the call lasts.
 * Sessions of the web applications have the engine's own filter for it.
 */
final class EngineAuthenticationFilter extends OncePerRequestFilter {
    private final IdentityService identity;

    EngineAuthenticationFilter(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn)) {
            chain.doFilter(request, response);
            return;
        }
        Caller caller = signedIn.caller();
        caller.remember(request);
        LogContext.sentBy(caller);
        identity.setAuthentication(caller.user(), caller.groups(), caller.tenants());
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
