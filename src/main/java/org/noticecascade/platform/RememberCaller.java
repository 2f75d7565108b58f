package org.noticecascade.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.filter.OncePerRequestFilter;

/** Directly behind HTTP basic: keeps who signed in for the filters outside, which see the request afterwards. */
final class RememberCaller extends OncePerRequestFilter {
    private final IdentityService identity;

    RememberCaller(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller.remember(request, identity.getCurrentAuthentication());
        LogContext.sentBy(Caller.of(request).orElse(null));
        chain.doFilter(request, response);
    }
}
