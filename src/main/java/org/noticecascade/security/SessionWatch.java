package org.noticecascade.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.noticecascade.platform.SecurityLog;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session with the first call after its account has changed: password, lock, deactivation, deletion, groups or
 * tenants; and after its person has ended it on another page or node. Asks the database once per call with a session.
 *
 * <p>What is asked below the APIs is answered 401. Pages and the sign-in itself go on as for somebody who is not signed
 * in.
 */
final class SessionWatch extends OncePerRequestFilter {
    static final String STAMP = SessionWatch.class.getName();

    private static final Pattern ANSWERED_401 = Pattern.compile("/camunda/+api/+(?!admin/+auth/).*", Pattern.DOTALL);
    private static final String PROBLEM = "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
            + "\"detail\":\"您的会话已结束：账号、密码或权限有变动，或会话已被结束。请重新登录。\","
            + "\"detailEn\":\"Your session has ended: the account, password or role has changed, or the session was"
            + " ended. Sign in again.\"}";

    /** What the session of this user rested on when it began. */
    private record Stamp(String user, String value) {}

    private final AccountStamps stamps;
    private final UserSessions sessions;
    private final SecurityLog log;

    SessionWatch(AccountStamps stamps, UserSessions sessions, SecurityLog log) {
        this.stamps = stamps;
        this.sessions = sessions;
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        String user = SessionUser.of(session).orElse(null);
        if (session != null && user != null && !goesOn(request, session, user)) {
            log.sessionEnded(request, user, "account-changed");
            session.invalidate();
            if (ANSWERED_401.matcher(request.getRequestURI()).matches()) {
                refuse(response);
                return;
            }
        }
        try {
            chain.doFilter(request, response);
        } finally {
            stampIfNew(request);
        }
    }

    private boolean goesOn(HttpServletRequest request, HttpSession session, String user) {
        Optional<String> id = UserSessions.idOf(session);
        if (id.isEmpty() || !(session.getAttribute(STAMP) instanceof Stamp before)) {
            return stampIfNew(request);
        }
        boolean same = before.user().equals(user)
                && stamps.of(user, id.get()).filter(before.value()::equals).isPresent();
        if (same) {
            sessions.seen(session, id.get());
        }
        return same;
    }

    /** Remembers what a session rests on that somebody has just signed in with; forgets it after a sign-out. */
    private boolean stampIfNew(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return true;
        }
        String user = SessionUser.of(session).orElse(null);
        Object before = session.getAttribute(STAMP);
        if (before instanceof Stamp stamp && !stamp.user().equals(user)) {
            sessions.leave(session);
            session.removeAttribute(STAMP);
            before = null;
        }
        if (user == null || before != null) {
            return true;
        }
        Optional<String> stamp = stamps.of(user, sessions.begin(request, session, user));
        stamp.ifPresent(now -> session.setAttribute(STAMP, new Stamp(user, now)));
        return stamp.isPresent();
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(PROBLEM);
    }
}
