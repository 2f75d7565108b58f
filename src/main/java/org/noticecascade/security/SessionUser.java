package org.noticecascade.security;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;

/** Who is signed in with a session of the web applications. */
final class SessionUser {
    private static final String ATTRIBUTE = "authenticatedUser";

    private SessionUser() {}

    static Optional<String> of(@Nullable HttpSession session) {
        return authentication(session).map(UserAuthentication::getIdentityId);
    }

    /** The groups the person had when the session began; it ends when they change. */
    static List<String> groupsOf(@Nullable HttpSession session) {
        return authentication(session).map(UserAuthentication::getGroupIds).orElse(List.of());
    }

    private static Optional<UserAuthentication> authentication(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Authentications authentications
                ? authentications.getAuthentications().stream().findFirst()
                : Optional.empty();
    }
}
