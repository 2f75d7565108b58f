package org.noticecascade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noticecascade.demo.DemoProperties;
import org.springframework.core.env.Environment;

/** Calls the service over HTTP as one of the demo users (basic authentication), or as nobody. */
public class Http {
    private final Environment environment;
    private final ObjectMapper json;
    private final DemoProperties demo;
    private final HttpClient client = HttpClient.newHttpClient();

    Http(Environment environment, ObjectMapper json, DemoProperties demo) {
        this.environment = environment;
        this.json = json;
        this.demo = demo;
    }

    /** What came back; {@code body} is a missing node where it is no JSON. */
    public record Answer(int status, JsonNode body, String text) {}

    public Answer get(@Nullable String user, String path) {
        if (Sessions.serve(user, path)) {
            return viaScreens(user, "GET", path, null);
        }
        return send(user, request(user, path).GET());
    }

    public Answer post(@Nullable String user, String path, Object body) {
        if (Sessions.serve(user, path)) {
            return viaScreens(user, "POST", path, text(body));
        }
        return send(
                user,
                request(user, path).header("Content-Type", "application/json").POST(written(body)));
    }

    public Answer put(@Nullable String user, String path, Object body) {
        if (Sessions.serve(user, path)) {
            return viaScreens(user, "PUT", path, text(body));
        }
        return send(
                user,
                request(user, path).header("Content-Type", "application/json").PUT(written(body)));
    }

    /** Sends bytes without saying what they are, as {@code curl -T} does. */
    public Answer putBytes(@Nullable String user, String path, byte[] content) {
        return send(user, request(user, path).PUT(BodyPublishers.ofByteArray(content)));
    }

    public Answer method(@Nullable String user, String method, String path) {
        if (Sessions.serve(user, path)) {
            return viaScreens(user, method, path, null);
        }
        return send(user, request(user, path).method(method, BodyPublishers.noBody()));
    }

    /** Uploads one file as a form does. */
    public Answer upload(@Nullable String user, String path, String fileName, byte[] content) {
        String boundary = "----cascade-test";
        byte[] head = ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                        + "Content-Type: text/plain\r\n\r\n")
                .formatted(boundary, fileName)
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
        return send(
                user,
                request(user, path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .header("X-Requested-With", "test")
                        .POST(BodyPublishers.concat(
                                BodyPublishers.ofByteArray(head),
                                BodyPublishers.ofByteArray(content),
                                BodyPublishers.ofByteArray(tail))));
    }

    /** Completes a task through the engine's REST API, as Tasklist does. */
    public Answer complete(@Nullable String user, String taskId, Map<String, Object> variables) {
        var values = json.createObjectNode();
        variables.forEach(
                (name, value) -> values.set(name, json.createObjectNode().set("value", json.valueToTree(value))));
        return post(user, "/engine-rest/task/" + taskId + "/complete", Map.of("variables", values));
    }

    private HttpRequest.Builder request(@Nullable String user, String path) {
        String port = environment.getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (user != null) {
            String credentials = user + ":" + demo.password();
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        return request;
    }

    private Answer send(@Nullable String user, HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(answer.statusCode(), read(answer.body()), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while calling as " + user, e);
        }
    }

    private JsonNode read(String text) {
        try {
            return text.isBlank() ? json.missingNode() : json.readTree(text);
        } catch (JsonProcessingException noJson) {
            return json.missingNode();
        }
    }

    private Answer viaScreens(String user, String method, String path, @Nullable String body) {
        Wire.Reply reply = Sessions.call(new Wire(environment), user, method, path, body);
        return new Answer(reply.status(), reply.json(), reply.text());
    }

    private HttpRequest.BodyPublisher written(Object body) {
        return BodyPublishers.ofString(text(body), StandardCharsets.UTF_8);
    }

    private String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
