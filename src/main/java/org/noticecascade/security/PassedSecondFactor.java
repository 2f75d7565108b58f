package org.noticecascade.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which sessions wait for a code. A session is marked for one person and one sign-in: neither a later sign-in in the
 * same browser nor another person inherits the mark, and it ends with the session whenever the account changes.
 */
@Component
public class PassedSecondFactor {
    private static final String MARK = PassedSecondFactor.class.getName();

    private final SecondFactorProperties settings;

    PassedSecondFactor(SecondFactorProperties settings) {
        this.settings = settings;
    }

    /** @param signIn the row of {@link UserSessions} */
    private record Mark(String user, String signIn) {}

    /** Whether a code is asked of whoever has this session, shown or not. */
    public boolean isRequired(HttpServletRequest request) {
        return settings.isRequiredOf(SessionUser.groupsOf(request.getSession(false)));
    }

    /** Whether the session still waits for its code. */
    public boolean isMissing(HttpServletRequest request) {
        return isRequired(request) && !isMarked(request.getSession(false));
    }

    private static boolean isMarked(@Nullable HttpSession session) {
        return session != null
                && session.getAttribute(MARK) instanceof Mark mark
                && SessionUser.of(session).filter(mark.user()::equals).isPresent()
                && UserSessions.idOf(session).filter(mark.signIn()::equals).isPresent();
    }

    /** The person of this session has just shown a right code. */
    public void pass(HttpServletRequest request, String user) {
        HttpSession session = request.getSession(false);
        UserSessions.idOf(session).ifPresent(signIn -> request.getSession().setAttribute(MARK, new Mark(user, signIn)));
    }
}
