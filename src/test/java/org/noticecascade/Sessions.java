package org.noticecascade;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Wire.Reply;

/**
 * The engine's calls of people, as their screens make them: {@code /engine-rest} is closed to them, so what a test sends
 * there goes the web applications' way, with a session that is kept until the service ends it.
 */
final class Sessions {
    private static final String MACHINES = "/engine-rest/";
    private static final String PEOPLE = "/camunda/api/engine/engine/default/";
    private static final Pattern START = Pattern.compile(".*/process-definition/key/([^/]+)/start");
    private static final Map<String, WebSession> OPEN = new ConcurrentHashMap<>();

    private Sessions() {}

    /** Whether a call goes that way: of a person who is no administrator, to the engine. */
    static boolean serve(@Nullable String user, String path) {
        return user != null && !user.equals("admin") && path.startsWith(MACHINES);
    }

    static Reply call(Wire wire, String user, String method, String path, @Nullable String body) {
        String key = wire.address() + ' ' + user;
        String webPath = asTheScreensCall(wire, user, PEOPLE + path.substring(MACHINES.length()));
        WebSession session = OPEN.computeIfAbsent(key, each -> WebSession.signIn(wire, user));
        Reply reply = send(session, method, webPath, body);
        if (reply.status() != 401) {
            return reply;
        }
        OPEN.remove(key, session);
        return send(OPEN.computeIfAbsent(key, each -> WebSession.signIn(wire, user)), method, webPath, body);
    }

    /** Tasklist hands in forms; it neither completes a task without one nor starts a process by its key. */
    private static String asTheScreensCall(Wire wire, String user, String path) {
        Matcher start = START.matcher(path);
        if (!start.matches()) {
            return path.replaceAll("/complete$", "/submit-form");
        }
        Reply definitions =
                call(wire, user, "GET", MACHINES + "process-definition?latestVersion=true&key=" + start.group(1), null);
        return PEOPLE + "process-definition/"
                + definitions.json().path(0).path("id").asText("none") + "/submit-form";
    }

    private static Reply send(WebSession session, String method, String path, @Nullable String body) {
        return body == null
                ? session.send(method, path, null)
                : session.send(method, path, body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }
}
