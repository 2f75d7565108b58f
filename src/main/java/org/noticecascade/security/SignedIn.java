package org.noticecascade.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.jspecify.annotations.Nullable;

/** Who has signed in: with the web applications' session, or with this call. */
record SignedIn(String account, boolean administrator) {
    private static final String IN_SESSION = "authenticatedUser";

    static Optional<SignedIn> inSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(IN_SESSION) instanceof Authentications authentications
                ? authentications.getAuthentications().stream()
                        .findFirst()
                        .map(one -> new SignedIn(one.getIdentityId(), isAdministrator(one.getGroupIds())))
                : Optional.empty();
    }

    /** With this call first: behind HTTP basic the engine knows who it is. */
    static Optional<SignedIn> of(HttpServletRequest request, IdentityService identity) {
        var now = identity.getCurrentAuthentication();
        return now != null && now.getUserId() != null
                ? Optional.of(new SignedIn(now.getUserId(), isAdministrator(now.getGroupIds())))
                : inSession(request);
    }

    private static boolean isAdministrator(@Nullable List<String> groups) {
        return groups != null && groups.contains(Groups.CAMUNDA_ADMIN);
    }
}
