package org.noticecascade.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.noticecascade.directory.People;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 401 to calls with HTTP basic of somebody whom the directory has deactivated, whatever the password. */
final class ActiveAccounts extends OncePerRequestFilter {
    private final IdentityService identity;
    private final People people;

    ActiveAccounts(IdentityService identity, People people) {
        this.identity = identity;
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication caller = identity.getCurrentAuthentication();
        if (caller != null && people.isDeactivated(caller.getUserId())) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        chain.doFilter(request, response);
    }
}
