package org.noticecascade.benchmarks.people;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.noticecascade.benchmarks.Service;

/** What knowing the caller costs: the same question with a session and with HTTP basic, and the password check alone. */
final class SignIns {
    private static final int WARM_UP = 50;
    private static final int TIMES = 300;
    private static final String USER = Accounts.user("440000", "STAFF");
    private static final String QUESTION = "/due-dates?day=2026-12-01";

    private final Service service;
    private final HttpClient client = HttpClient.newHttpClient();

    SignIns(Service service) {
        this.service = service;
    }

    /** Milliseconds. */
    record Row(String how, double p50, double p95) {}

    List<Row> rows() {
        Browser session = Browser.signIn(service.address(), USER, new Measured());
        Row inSession = timed("a small question with a session", measured -> session.ours("x", QUESTION));
        session.signOut();
        return List.of(
                inSession,
                timed("the same with HTTP basic", measured -> basic()),
                timed("password check in the engine", measured -> service.get(IdentityService.class)
                        .checkPassword(USER, Accounts.PASSWORD)),
                timed("sign in and out of Tasklist", measured ->
                        Browser.signIn(service.address(), USER, new Measured()).signOut()));
    }

    private interface Call {
        void make(Measured measured);
    }

    private static Row timed(String how, Call call) {
        Measured measured = new Measured();
        for (int n = -WARM_UP; n < TIMES; n++) {
            long began = System.nanoTime();
            call.make(measured);
            if (n >= 0) {
                measured.took(how, System.nanoTime() - began);
            }
        }
        return new Row(how, measured.percentile(how, 0.5), measured.percentile(how, 0.95));
    }

    private void basic() {
        String credentials = USER + ":" + Accounts.PASSWORD;
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.address() + "/api" + QUESTION))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .build();
        try {
            int status = client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("HTTP basic was answered " + status);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
