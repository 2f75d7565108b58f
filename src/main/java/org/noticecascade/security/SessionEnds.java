package org.noticecascade.security;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Writes down that a session has ended, by sign-out or because nobody used it. */
@Component
class SessionEnds implements HttpSessionListener {
    private static final Logger LOG = LoggerFactory.getLogger(SessionEnds.class);

    private final UserSessions sessions;

    SessionEnds(UserSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        try {
            UserSessions.idOf(event.getSession()).ifPresent(sessions::ended);
        } catch (DataAccessException unreachable) {
            LOG.info("The end of a session was not written: {}", unreachable.getMessage());
        }
    }
}
