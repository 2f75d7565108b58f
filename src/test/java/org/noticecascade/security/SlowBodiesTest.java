package org.noticecascade.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** The web server with ten threads and our limits, on real sockets. */
class SlowBodiesTest {
    private static final int THREADS = 10;
    private static final int MANY = 60;
    private static final int ANSWERS_WITHIN = 2_000;

    private final List<Socket> open = new ArrayList<>();
    private WebServer server;

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        server.stop();
    }

    @Test
    void manySlowBodiesOfNobodyLeaveThreadsToOthers() throws Exception {
        start(limits(1_000, Duration.ofSeconds(5)));
        for (int n = 0; n < MANY; n++) {
            send(connect(), post("/read", 1_000) + "x");
        }

        for (int n = 0; n < 20; n++) {
            assertThat(statusOf(get())).isEqualTo(200);
        }
    }

    @Test
    void manySlowBodiesOfAccountsLeaveHalfOfTheThreads() throws Exception {
        start(limits(1_000, Duration.ofSeconds(5)));
        for (int n = 0; n < MANY; n++) {
            send(connect(), post("/signed-in", 1_000) + "x");
        }

        for (int n = 0; n < 20; n++) {
            assertThat(statusOf(get())).isEqualTo(200);
        }
    }

    @Test
    void unreadSlowBodiesAreAnsweredAtOnceAndLeaveThreads() throws Exception {
        start(limits(1_000, Duration.ofSeconds(5)));
        List<Socket> slow = new ArrayList<>();
        for (int n = 0; n < MANY; n++) {
            slow.add(send(connect(), post("/refuse", 50_000_000) + "x"));
        }

        assertThat(statusOf(get())).isEqualTo(200);
        for (Socket socket : slow) {
            assertThat(statusOf(socket)).isEqualTo(401);
        }
    }

    @Test
    void aBodyThatDripsIsBrokenOffAndTold() throws Exception {
        start(limits(1_000, Duration.ofMillis(500)));
        Socket dripping = send(connect(), post("/read", 1_000));

        assertThat(dripUntilAnswered(dripping)).startsWith("HTTP/1.1 408").contains("请求正文传输太慢");
        dripping.setSoTimeout(ANSWERS_WITHIN);
        assertThat(dripping.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void nobodySendsALargeBody() throws Exception {
        start(limits(1_000, Duration.ofSeconds(5)));

        assertThat(statusOf(send(connect(), post("/read", 20_000) + "x".repeat(20_000))))
                .isEqualTo(413);
    }

    @Test
    void aChunkedBodyOfNobodyIsNotDrained() throws Exception {
        start(limits(1_000, Duration.ofSeconds(5)));
        Socket chunked =
                send(connect(), "POST /refuse HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");

        assertThat(statusOf(chunked)).isEqualTo(401);
        assertThat(chunked.getInputStream().readAllBytes()).isNotNull();
    }

    @Test
    void aFastLargeUploadThatIsRefusedStillGetsItsAnswer() throws Exception {
        start(limits(1_000, Duration.ofSeconds(5)));
        byte[] content = new byte[20 << 20];

        Socket upload = send(connect(), post("/refuse", content.length));
        upload.getOutputStream().write(content);

        assertThat(statusOf(upload)).isEqualTo(401);
    }

    @Test
    void aConnectionServesOnAfterABodyNobodyRead() throws Exception {
        start(limits(1_000, Duration.ofSeconds(5)));
        Socket kept = send(connect(), post("/refuse", 5) + "hello");
        assertThat(statusOf(kept)).isEqualTo(401);

        send(kept, "GET /quick HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(statusOf(kept)).isEqualTo(200);
    }

    @Test
    void oneAddressHasSoManyConnections() throws Exception {
        start(limits(5, Duration.ofSeconds(5)));
        for (int n = 0; n < 5; n++) {
            assertThat(statusOf(send(connect(), "GET /quick HTTP/1.1\r\nHost: x\r\n\r\n")))
                    .isEqualTo(200);
        }

        assertThat(isClosed(connect())).isTrue();
        open.remove(0).close();
        open.remove(0).close();
        Awaitility.await().ignoreExceptions().until(() -> statusOf(get()) == 200);
    }

    static LimitsProperties limits(int connections, Duration anonymous) {
        var body = new LimitsProperties.Body(
                8_192, anonymous, Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(5), 4_096, 50);
        return new LimitsProperties(
                connections,
                body,
                new LimitsProperties.Account(8, 20, 300, 4),
                new LimitsProperties.EngineJson(65_536, 16, 3_000, 500, 20_000),
                new LimitsProperties.Json(2_000_000, 20, 20_000, 5_000, 200_000),
                500);
    }

    private void start(LimitsProperties limits) {
        var properties = new ServerProperties();
        properties.getTomcat().getThreads().setMax(THREADS);
        var factory = new TomcatServletWebServerFactory(0);
        factory.setAddress(InetAddress.getLoopbackAddress());
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("maxThreads", String.valueOf(THREADS));
            connector.setProperty("connectionTimeout", "5000");
        });
        new ConnectorLimits(limits, properties).customize(factory);
        server = factory.getWebServer(context -> {
            Filter answers = (request, response, chain) -> {
                var guard = BodyGuard.of(request);
                if (guard.isPresent()) {
                    BodyAnswers.answerFor(
                            guard.get(), (HttpServletRequest) request, (HttpServletResponse) response, chain);
                } else {
                    chain.doFilter(request, response);
                }
            };
            context.addFilter("answers", answers).addMappingForUrlPatterns(null, false, "/*");
            context.addServlet("quick", new Answering()).addMapping("/quick", "/refuse");
            context.addServlet("read", new Answering()).addMapping("/read", "/signed-in");
        });
        server.start();
    }

    /** Answers at once, refuses at once, or reads the body first. */
    private static final class Answering extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            switch (request.getServletPath()) {
                case "/refuse" -> response.setStatus(401);
                case "/read" -> request.getInputStream().readAllBytes();
                case "/signed-in" -> {
                    BodyGuard.of(request)
                            .orElseThrow()
                            .signedIn(new BodyRules(1 << 20, Duration.ofSeconds(5), Duration.ofSeconds(5), 1));
                    request.getInputStream().readAllBytes();
                }
                default -> response.setStatus(200);
            }
            response.setContentLength(0);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setSoTimeout(ANSWERS_WITHIN);
        open.add(socket);
        return socket;
    }

    private Socket get() throws IOException {
        return send(connect(), "GET /quick HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }

    private static Socket send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String post(String path, int length) {
        return "POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n"
                .formatted(path, length);
    }

    /** The status of the next answer, which is read up to the end of its headers. */
    private static int statusOf(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        InputStream in = socket.getInputStream();
        int next;
        while (head.indexOf("\r\n\r\n") < 0 && (next = in.read()) >= 0) {
            head.append((char) next);
        }
        return Integer.parseInt(head.substring(9, 12));
    }

    private static String dripUntilAnswered(Socket socket) throws IOException {
        socket.setSoTimeout(50);
        for (int bytes = 0; bytes < 200; bytes++) {
            send(socket, "x");
            try {
                byte[] answer = new byte[4_096];
                int read = socket.getInputStream().read(answer);
                return new String(answer, 0, read, StandardCharsets.UTF_8);
            } catch (SocketTimeoutException notYet) {
                // the next byte
            }
        }
        throw new AssertionError("Was not answered within 200 bytes, 50 ms each");
    }

    private static boolean isClosed(Socket socket) {
        try {
            send(socket, "GET /quick HTTP/1.1\r\nHost: x\r\n\r\n");
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException waits) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
