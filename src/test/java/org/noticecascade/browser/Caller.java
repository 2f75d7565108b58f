package org.noticecascade.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A person who works by HTTP: for the steps of the story that need no browser. */
final class Caller {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String address;
    private final String user;

    Caller(String address, String user) {
        this.address = address;
        this.user = user;
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    JsonNode post(String path, Map<String, ?> body) {
        return send(
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(bytes(body))));
    }

    JsonNode put(String path, Map<String, ?> body) {
        return send(
                request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofByteArray(bytes(body))));
    }

    String text(String path) {
        return answer(request(path).GET()).body();
    }

    /** Hands over a notice's text as a file. */
    JsonNode upload(String path, String text) {
        String body = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"notice.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n" + text + "\r\n--part--\r\n";
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=part")
                .header("X-Requested-With", "test")
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    /** The one task of that kind this person may take; waits until it is there. */
    String awaitTask(String key) {
        return await("task " + key + " of " + user)
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> get("/engine-rest/task?taskDefinitionKey=" + key)
                                .path(0)
                                .path("id")
                                .asText(),
                        id -> !id.isEmpty());
    }

    /** Fills in what the task asks for and completes it. */
    void work(String key, Map<String, ?> work) {
        String task = awaitTask(key);
        if (!work.isEmpty()) {
            put("/api/tasks/" + task + "/work", work);
        }
        complete(task, Map.of());
    }

    void agree(String key) {
        complete(awaitTask(key), Map.of("approved", true));
    }

    void complete(String task, Map<String, ?> variables) {
        Map<String, Object> typed = new LinkedHashMap<>();
        variables.forEach((name, value) -> typed.put(name, Map.of("value", value)));
        post("/engine-rest/task/" + task + "/complete", Map.of("variables", typed));
    }

    private HttpRequest.Builder request(String path) {
        String secret = user + ":" + Person.PASSWORD;
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofMinutes(1))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
    }

    private JsonNode send(HttpRequest.Builder request) {
        String body = answer(request).body();
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(body, e);
        }
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            assertThat(answer.statusCode())
                    .as(user + " " + answer.uri() + " " + answer.body())
                    .isLessThan(300);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Map<String, ?> body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
