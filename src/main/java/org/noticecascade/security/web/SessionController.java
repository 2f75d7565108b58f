package org.noticecascade.security.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.security.UserSession;
import org.noticecascade.security.UserSessions;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's own sessions. */
@RestController
@Tag(name = "会话", description = "Sessions")
@RequestMapping({"/api/sessions", "/camunda/api/cascade/sessions"})
class SessionController {
    private final UserSessions sessions;
    private final CurrentUser user;

    SessionController(UserSessions sessions, CurrentUser user) {
        this.sessions = sessions;
        this.user = user;
    }

    /**
     * A session of mine.
     *
     * @param current whether it is the one that asks
     */
    record Mine(
            String id, Instant since, Instant lastSeen, String address, String browser, String node, boolean current) {}

    @Operation(summary = "查看本人已登录的会话", description = "My sessions, on every node")
    @GetMapping
    List<Mine> mine(HttpServletRequest request) {
        String asking = UserSessions.idOf(request).orElse("");
        return sessions.of(user.id()).stream()
                .map(session -> mine(session, asking))
                .toList();
    }

    @Operation(summary = "结束本人的一个会话", description = "End a session of mine; it ends with its next call")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id) {
        if (!sessions.end(user.id(), id)) {
            throw Refusal.notFound(
                    "没有这个会话，或它已结束。请刷新后再看。", "You have no such session, or it has ended. Reload the list.");
        }
    }

    private static Mine mine(UserSession session, String asking) {
        return new Mine(
                session.id(),
                session.since(),
                session.lastSeen(),
                session.address(),
                session.browser(),
                session.node(),
                session.id().equals(asking));
    }
}
