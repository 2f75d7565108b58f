package org.noticecascade.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which sessions there are on all nodes. A row that has ended ends its session with the next call, wherever it is. */
@Repository
public class UserSessions {
    private static final String ID = UserSessions.class.getName();
    private static final String SEEN = ID + ".seen";
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration idle;
    private final SecureRandom random = new SecureRandom();
    private final String node = nodeName();

    UserSessions(JdbcClient jdbc, Clock clock, @Value("${server.servlet.session.timeout:30m}") Duration idle) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.idle = idle;
    }

    /** The id of the session this request belongs to; not the one in the cookie. */
    public static Optional<String> idOf(HttpServletRequest request) {
        return idOf(request.getSession(false));
    }

    static Optional<String> idOf(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ID) instanceof String id ? Optional.of(id) : Optional.empty();
    }

    /** Writes down that somebody has just signed in with this session. */
    String begin(HttpServletRequest request, HttpSession session, String user) {
        Instant now = clock.instant();
        jdbc.sql("delete from user_session where user_id = ? and last_seen < ?")
                .params(user, Timestamp.from(now.minus(KEPT)))
                .update();
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        jdbc.sql("""
                insert into user_session (id, user_id, since, last_seen, address, browser, node)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        user,
                        Timestamp.from(now),
                        Timestamp.from(now),
                        cut(request.getRemoteAddr(), 64),
                        BrowserName.of(request.getHeader("User-Agent")),
                        node)
                .update();
        session.setAttribute(ID, id);
        session.setAttribute(SEEN, now);
        return id;
    }

    /** Writes down, once a minute at most, that the session is in use. */
    void seen(HttpSession session, String id) {
        Instant now = clock.instant();
        boolean lately = session.getAttribute(SEEN) instanceof Instant before
                && Duration.between(before, now).abs().compareTo(SEEN_EVERY) < 0;
        if (!lately) {
            jdbc.sql("update user_session set last_seen = ? where id = ?")
                    .params(Timestamp.from(now), id)
                    .update();
            session.setAttribute(SEEN, now);
        }
    }

    /** Those of a person that are in use, the latest first. */
    public List<UserSession> of(String user) {
        return jdbc.sql("""
                select id, user_id, since, last_seen, address, browser, node from user_session
                 where user_id = ? and ended_at is null and last_seen > ?
                 order by last_seen desc, id""")
                .params(user, Timestamp.from(clock.instant().minus(idle).minus(SEEN_EVERY)))
                .query(UserSessions::session)
                .list();
    }

    /** Ends a session of this person; false where the person has none of that id. */
    public boolean end(String user, String id) {
        return jdbc.sql("update user_session set ended_at = ? where id = ? and user_id = ? and ended_at is null")
                        .params(Timestamp.from(clock.instant()), id, user)
                        .update()
                == 1;
    }

    /** Ends all of a person's sessions, on every node with its next call. */
    void endAllOf(String user) {
        jdbc.sql("update user_session set ended_at = ? where user_id = ? and ended_at is null")
                .params(Timestamp.from(clock.instant()), user)
                .update();
    }

    /** The same for whoever's it is, when the container has ended it. */
    void ended(String id) {
        jdbc.sql("update user_session set ended_at = ? where id = ? and ended_at is null")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    /** Its person has signed out; the web applications keep the container's session for the next one. */
    void leave(HttpSession session) {
        idOf(session).ifPresent(this::ended);
        session.removeAttribute(ID);
    }

    /** Whether this account has signed in from there within the last ninety days. */
    boolean hasBeenAt(String user, String address) {
        return jdbc.sql("select count(*) from user_session where user_id = ? and address = ?")
                        .params(user, cut(address, 64))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static UserSession session(ResultSet row, int number) throws SQLException {
        return new UserSession(
                row.getString("id"),
                row.getString("user_id"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("last_seen").toInstant(),
                row.getString("address"),
                row.getString("browser"),
                row.getString("node"));
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }

    private static String nodeName() {
        try {
            return cut(InetAddress.getLocalHost().getHostName(), 100);
        } catch (UnknownHostException nameless) {
            return "-";
        }
    }
}
