package org.noticecascade.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.noticecascade.directory.People;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the groups, tenants and applications of whoever has a session anew for each call, before anybody asks for them:
 * the engine keeps them for five minutes, in which somebody moved elsewhere would go on reading what they have left. An
 * account that is deleted or whose person is deactivated is nobody's from then on.
 *
 * <p>The session's contents are no public API of the engine's: this class and {@code Caller} are the places that touch
 * them.
 */
final class CurrentRights extends OncePerRequestFilter {
    private static final String IN_SESSION = "authenticatedUser";
    /** Nothing is kept: each call asks again. */
    private static final long KEPT_MILLIS = 0;

    private final People people;

    CurrentRights(People people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(IN_SESSION) instanceof Authentications authentications) {
            List.copyOf(authentications.getAuthentications()).stream()
                    .filter(one -> people.isDeactivated(one.getIdentityId()))
                    .map(UserAuthentication::getProcessEngineName)
                    .forEach(authentications::removeByEngineName);
            authentications.getAuthentications().forEach(one -> one.setCacheValidationTime(null));
            AuthenticationUtil.updateCache(authentications, session, KEPT_MILLIS);
        }
        chain.doFilter(request, response);
    }
}
