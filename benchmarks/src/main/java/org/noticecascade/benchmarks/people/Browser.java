package org.noticecascade.benchmarks.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One person's browser on Tasklist: signs in with the form, keeps the session's cookies and sends the token. Each
 * request is measured; an answer of 400 and above is an error, and so is no answer.
 */
final class Browser {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "XSRF-TOKEN";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String OURS = "/camunda/api/cascade";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final String user;
    private final Measured measured;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private Browser(String base, String user, Measured measured) {
        this.base = base;
        this.user = user;
        this.measured = measured;
    }

    /** Opens Tasklist, sends the sign-in form and opens it again, as a person does. */
    static Browser signIn(String base, String user, Measured measured) {
        Browser browser = new Browser(base, user, measured);
        long began = System.nanoTime();
        browser.send("page", browser.request(TASKLIST).GET());
        String form = "username=%s&password=%s".formatted(user, Accounts.PASSWORD);
        browser.send("page", browser.request("/camunda/api/admin/auth/user/default/login/tasklist")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form)));
        browser.send("page", browser.request(TASKLIST).GET());
        measured.took("sign in (3 requests)", System.nanoTime() - began);
        return browser;
    }

    /** Ends the session on the service. */
    void signOut() {
        send("sign out", request("/camunda/api/admin/auth/user/default/logout").POST(BodyPublishers.noBody()));
    }

    JsonNode engine(String kind, String path) {
        return send(kind, request(ENGINE + path).header("Accept", "application/json").GET());
    }

    /** What the engine answers is no JSON. */
    void page(String kind, String path) {
        send(kind, request(ENGINE + path).header("Accept", "*/*").GET());
    }

    JsonNode engine(String kind, String path, Object body) {
        return send(kind, request(ENGINE + path)
                .header("Accept", path.startsWith("/filter") ? "application/hal+json" : "application/json")
                .header("Content-Type", "application/json")
                .POST(written(body)));
    }

    JsonNode ours(String kind, String path) {
        return send(kind, request(OURS + path).header("Accept", "application/json").GET());
    }

    JsonNode ours(String kind, String method, String path, Object body) {
        return send(kind, request(OURS + path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, written(body)));
    }

    JsonNode upload(String path, String fileName, String content) {
        String boundary = "----benchmark";
        String body = "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%2$s\"\r\nContent-Type: text/plain\r\n\r\n%3$s\r\n--%1$s--\r\n"
                .formatted(boundary, fileName, content);
        return send("upload", request(OURS + path)
                .header("Accept", "application/json")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")));
        }
        if (cookies.containsKey(TOKEN)) {
            request.header("X-" + TOKEN, cookies.get(TOKEN));
        }
        return request;
    }

    private JsonNode send(String kind, HttpRequest.Builder request) {
        HttpRequest call = request.build();
        long began = System.nanoTime();
        try {
            HttpResponse<String> answer = CLIENT.send(call, BodyHandlers.ofString(StandardCharsets.UTF_8));
            measured.took(kind, System.nanoTime() - began);
            for (String set : answer.headers().allValues("Set-Cookie")) {
                String[] pair = set.split(";")[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            if (answer.statusCode() >= 400) {
                throw failed(call, answer.statusCode() + " " + answer.body());
            }
            return read(answer.body());
        } catch (IOException e) {
            throw failed(call, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(call, e.toString());
        }
    }

    private Failed failed(HttpRequest call, String why) {
        String what = "%s %s %s: %s".formatted(user, call.method(), call.uri().getPath(), why);
        measured.failed(what);
        return new Failed(what);
    }

    /** The person gives up on this task; it has been counted. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failed(String what) {
            super(what);
        }
    }

    private static JsonNode read(String text) {
        try {
            return text.startsWith("{") || text.startsWith("[") ? JSON.readTree(text) : JSON.missingNode();
        } catch (JsonProcessingException noJson) {
            return JSON.missingNode();
        }
    }

    private static HttpRequest.BodyPublisher written(Object body) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(body), StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
