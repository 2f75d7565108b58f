package org.noticecascade.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, for filters that stand outside of the engine's authentication: remembered from HTTP basic, or
 * read from the web applications' session.
 */
public record Caller(String user, List<String> groups, List<String> tenants) {
    private static final String ATTRIBUTE = Caller.class.getName();
    private static final String IN_SESSION = "authenticatedUser";

    /** Whether that is an administrator of the engine. */
    public boolean isAdministrator() {
        return groups.contains(Groups.CAMUNDA_ADMIN);
    }

    /** Keeps who sent the request for the filters outside. */
    public void remember(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Who sent it, if anybody has signed in. */
    public static Optional<Caller> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Caller caller
                ? Optional.of(caller)
                : inSession(request)
                        .map(one ->
                                new Caller(one.getIdentityId(), orNone(one.getGroupIds()), orNone(one.getTenantIds())));
    }

    /** The web applications whoever has a session may open. */
    public static Set<String> appsOf(HttpServletRequest request) {
        return inSession(request).map(UserAuthentication::getAuthorizedApps).orElse(Set.of());
    }

    private static Optional<UserAuthentication> inSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(IN_SESSION) instanceof Authentications authentications
                ? authentications.getAuthentications().stream().findFirst()
                : Optional.empty();
    }

    private static List<String> orNone(@Nullable List<String> ids) {
        return ids == null ? List.of() : ids.stream().filter(Objects::nonNull).toList();
    }
}
