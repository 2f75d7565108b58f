package org.noticecascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Wire.Reply;

/** A browser signed in to Tasklist: keeps its cookies and sends the token with them. */
public class WebSession {
    private static final String TOKEN = "XSRF-TOKEN";

    private final Wire wire;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final List<String> setCookies = new CopyOnWriteArrayList<>();
    private final List<String> apps = new ArrayList<>();

    private WebSession(Wire wire) {
        this.wire = wire;
    }

    /** Opens Tasklist, sends its login form and opens it again, as a person does. */
    public static WebSession signIn(Wire wire, String user) {
        WebSession session = ofNobody(wire);
        String form = "username=%s&password=%s".formatted(user, wire.password());
        Reply login = session.form("/camunda/api/admin/auth/user/default/login/tasklist", form);
        assertThat(login.status()).as(login.text()).isEqualTo(200);
        login.json().path("authorizedApps").forEach(app -> session.apps.add(app.asText()));
        session.send("GET", "/camunda/app/tasklist/default/", null, true);
        return session;
    }

    /** Opens Tasklist's login page and gets no further: cookies and token, but nobody signed in. */
    public static WebSession ofNobody(Wire wire) {
        WebSession session = new WebSession(wire);
        session.send("GET", "/camunda/app/tasklist/default/", null, true);
        return session;
    }

    /** The web applications the person may open. */
    public List<String> apps() {
        return apps;
    }

    public Reply get(String path) {
        return send("GET", path, null, true);
    }

    public Reply json(String method, String path, String body) {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8), true, "Content-Type", "application/json");
    }

    /** Sends a form as a browser does. */
    public Reply form(String path, String form) {
        return send(
                "POST",
                path,
                form.getBytes(StandardCharsets.UTF_8),
                true,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    /** Sends the cookies but not the token, as a foreign page would make the browser do. */
    public Reply forged(String method, String path, String body) {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8), false, "Content-Type", "application/json");
    }

    /** Sends any call with the cookies and the token. */
    public Reply send(String method, String path, byte @Nullable [] body, String... headers) {
        return send(method, path, body, true, headers);
    }

    /** Every Set-Cookie header so far. */
    public List<String> setCookies() {
        return setCookies;
    }

    private Reply send(String method, String path, byte @Nullable [] body, boolean token, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!cookies.isEmpty()) {
            all.add("Cookie");
            all.add(cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")));
        }
        if (token && cookies.containsKey(TOKEN)) {
            all.add("X-" + TOKEN);
            all.add(cookies.get(TOKEN));
        }
        Reply reply = wire.send(method, path, body, all.toArray(String[]::new));
        for (String set : reply.headers().allValues("Set-Cookie")) {
            setCookies.add(set);
            String[] pair = set.split(";")[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return reply;
    }
}
