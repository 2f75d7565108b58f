package org.noticecascade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * HTTP as it is on the wire: any method, path, header and body, and the answer with its headers. Each call says that a
 * program sent it; see ForeignPagesTest for those that do not.
 */
public class Wire {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Environment environment;

    public Wire(Environment environment) {
        this.environment = environment;
    }

    /** @param json a missing node where the text is no JSON */
    public record Reply(int status, HttpHeaders headers, String text, JsonNode json) {
        public String type() {
            return headers.firstValue("Content-Type").orElse("");
        }

        public String detail() {
            return json.path("detail").asText("");
        }

        /** The engine's own shape, which Tasklist shows. */
        public String message() {
            return json.path("message").asText("");
        }
    }

    /** The demo password of the profile. */
    public String password() {
        return environment.getRequiredProperty("cascade.demo.password");
    }

    public String[] basic(String user) {
        return basic(user, password());
    }

    public static String[] basic(String user, String password) {
        String credentials = user + ":" + password;
        return new String[] {
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))
        };
    }

    /**
     * Sends a JSON body (or none) as that user with HTTP basic, or as nobody; what people send to {@code /engine-rest}
     * goes as their screens send it.
     */
    public Reply json(@Nullable String user, String method, String path, @Nullable String body) {
        if (Sessions.serve(user, path)) {
            return Sessions.call(this, user, method, path, body);
        }
        HttpRequest.Builder request =
                request(method, path, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
        if (user != null) {
            request.headers(basic(user));
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request);
    }

    public Reply send(String method, String path, byte @Nullable [] body, String... headers) {
        HttpRequest.Builder request = request(method, path, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Host and port. */
    String address() {
        return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
    }

    private HttpRequest.Builder request(String method, String path, byte @Nullable [] body) {
        return HttpRequest.newBuilder(URI.create(address() + path))
                .header("X-Requested-With", "test")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Reply(answer.statusCode(), answer.headers(), answer.body(), read(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
