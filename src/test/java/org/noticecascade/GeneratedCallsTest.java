package org.noticecascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.SpoiltCalls.Call;
import org.noticecascade.Wire.Reply;
import org.noticecascade.fuzz.Cases;
import org.noticecascade.fuzz.Cases.Case;
import org.noticecascade.fuzz.Mutations;
import org.noticecascade.fuzz.SpoiltNotices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Spoilt calls of everything there is: each is answered in time and not with 5xx, and what is refused changes no row. */
@ProcessTest
class GeneratedCallsTest {
    private static final Duration ENOUGH = Duration.ofSeconds(60);
    private static final List<String> LOUD = List.of("org.noticecascade.security", "org.springframework.web");
    private static final int MOST_FAILURES = Integer.getInteger("fuzz.failures", 5);

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private Environment environment;

    @Autowired
    private Scenario scenario;

    @Autowired
    private JdbcClient jdbc;

    private final Map<String, WebSession> sessions = new HashMap<>();
    private final List<AssertionError> failures = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private Wire wire;
    private TableContents tables;
    private SpoiltCalls calls;

    /** Ten thousand refusals are no news. */
    @BeforeAll
    static void quiet() {
        LOUD.forEach(name ->
                LoggingSystem.get(GeneratedCallsTest.class.getClassLoader()).setLogLevel(name, LogLevel.ERROR));
    }

    @AfterAll
    static void asBefore() {
        LOUD.forEach(name ->
                LoggingSystem.get(GeneratedCallsTest.class.getClassLoader()).setLogLevel(name, null));
    }

    @BeforeEach
    void handANoticeDown() {
        wire = new Wire(environment);
        tables = new TableContents(jdbc);
        long notice = scenario.issueTo("640000", "310000");
        scenario.plan(notice, "640000");
        scenario.sign(notice, "640100");
        long draft = scenario.draft(Scenario.text(999));
        String document = jdbc.sql("select id from attachment where notice_id = :notice")
                .param("notice", notice)
                .query(String.class)
                .single();
        Map<String, String> known = new HashMap<>(Map.of(
                "notice",
                String.valueOf(notice),
                "draft",
                String.valueOf(draft),
                "document",
                document,
                "assignment",
                String.valueOf(scenario.assignment(notice, "640100").id()),
                "taskId",
                scenario.task(notice, "640100", "scheduleSession").getId(),
                "unitCode",
                "640100",
                "code",
                "640100",
                "year",
                "2027"));
        known.putAll(Map.of(
                "from",
                "2026-03-05",
                "to",
                "2026-03-20",
                "day",
                "2026-03-05",
                "unit",
                "640100",
                "parent",
                "640000",
                "page",
                "0",
                "size",
                "20",
                "kind",
                "units",
                "dryRun",
                "true"));
        calls = new SpoiltCalls(
                requestMappingHandlerMapping, known, Scenario.text(998).getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void forgetDeputies() {
        jdbc.sql("delete from stand_in").update();
        jdbc.sql("delete from deputy").update();
    }

    @Test
    void isAnsweredWithoutFailureAndLeavesNothingBehindWhenRefused() {
        assertThat(calls.addresses()).hasSizeGreaterThan(100);
        Map<String, String> directory = tables.directory();
        Map<String, String> before = settled();
        Map<String, Long> writes = tables.writes();
        assertThat(writes).hasSizeGreaterThan(20);
        for (Case one : Cases.of(10_000)) {
            Call call = calls.next(one.random());
            Reply reply = made(one, call);
            if (reply.status() == 200 && call.isExport()) {
                awaitLedger(before.get("LEDGER"));
            }
            Map<String, Long> written = tables.writes();
            if (written.equals(writes)) {
                continue;
            }
            writes = written;
            Map<String, String> now = tables.now();
            if (reply.status() >= 400 && !now.equals(before)) {
                Map<String, String> changed = new TreeMap<>(now);
                changed.entrySet().removeAll(before.entrySet());
                failures.add(Cases.failure(
                        one,
                        call.toString(),
                        new AssertionError("answered %d, but changed %s".formatted(reply.status(), changed.keySet()))));
            }
            before = now;
            if (failures.size() >= MOST_FAILURES) {
                break;
            }
        }
        Cases.failIfAny(failures);
        assertThat(tables.directory()).isEqualTo(directory);
        assertThat(statuses.getOrDefault(200, 0))
                .as("some calls are right: %s", statuses)
                .isPositive();
    }

    /** How an export ended is recorded when its last byte is out. */
    private void awaitLedger(String before) {
        Awaitility.await().until(() -> !before.equals(tables.now().get("LEDGER")));
    }

    /** Once the last job of the hand-down has ended. */
    private Map<String, String> settled() {
        Map<String, String> last = new HashMap<>();
        Awaitility.await().pollInterval(Duration.ofMillis(500)).until(() -> {
            Map<String, String> now = tables.now();
            boolean same = now.equals(last);
            last.putAll(now);
            return same;
        });
        return last;
    }

    private Reply made(Case one, Call call) {
        Reply reply = null;
        try {
            reply = assertTimeoutPreemptively(ENOUGH, () -> send(call));
            statuses.merge(reply.status(), 1, Integer::sum);
            assertAnswered(call, reply);
            return reply;
        } catch (AssertionError | RuntimeException failed) {
            failures.add(Cases.failure(one, call + " answered " + reply, failed));
            return reply == null ? new Reply(999, null, "", null) : reply;
        }
    }

    private static void assertAnswered(Call call, Reply reply) {
        assertThat(reply.status()).as("status").isLessThan(500);
        if (reply.status() >= 400 && call.own() && call.takesWords() && !isServers(reply)) {
            assertThat(reply.type()).as("type").startsWith("application/problem+json");
            assertThat(reply.detail()).matches("(?s).*\\p{IsHan}{3,}.*");
            assertThat(reply.json().path("detailEn").asText()).isNotBlank();
            assertThat(reply.text()).doesNotContain("Exception", "java.", "SQL", "\tat ");
        }
    }

    /** What never reached the service: the server refuses such an address or header by itself, and says nothing more. */
    private static boolean isServers(Reply reply) {
        return reply.status() == 400
                && reply.type().startsWith("text/html")
                && reply.text().contains("HTTP Status 400");
    }

    private Reply send(Call call) {
        List<String> headers = new ArrayList<>(call.headers());
        if (call.browser()) {
            WebSession session = call.user() == null
                    ? WebSession.ofNobody(wire)
                    : sessions.computeIfAbsent(call.user(), user -> WebSession.signIn(wire, user));
            Reply reply = session.send(call.method(), call.path(), call.body(), headers.toArray(String[]::new));
            if (reply.status() == 401) {
                sessions.remove(call.user());
            }
            return reply;
        }
        if (call.user() != null) {
            headers.addAll(List.of(wire.basic(call.user())));
        }
        return wire.send(call.method(), call.path(), call.body(), headers.toArray(String[]::new));
    }

    /** What the upload took and showed can be opened as a draft and read. */
    @Test
    void whatAnUploadTakesBecomesADraft() {
        List<String> examples = List.of(Scenario.text(1), Scenario.text(2).replace("\n", "\r\n"));
        int[] opened = {0};
        Cases.check(
                400,
                random -> SpoiltNotices.next(new Mutations(random, SpoiltNotices.WORDS), random, examples),
                text -> {
                    Reply upload = upload(text);
                    assertThat(upload.status()).isIn(201, 422);
                    if (upload.status() == 201) {
                        Reply start = wire.json(
                                "u000000staff",
                                "POST",
                                "/engine-rest/process-definition/key/headquarters-notice/start",
                                "{\"variables\":{\"documentId\":{\"value\":%s,\"type\":\"Long\"}}}"
                                        .formatted(upload.json().path("id")));
                        assertThat(start.status()).as(start.text()).isEqualTo(200);
                        long draft = jdbc.sql("select max(id) from notice")
                                .query(Long.class)
                                .single();
                        Reply view = wire.json("u000000staff", "GET", "/api/notices/" + draft, null);
                        assertThat(view.status()).as(view.text()).isEqualTo(200);
                        opened[0]++;
                    }
                });
        assertThat(opened[0]).isGreaterThanOrEqualTo(Cases.of(400).size() / 4);
    }

    private Reply upload(String text) {
        String body = "--nowhere-in-it\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
                + text + "\r\n--nowhere-in-it--\r\n";
        String[] basic = wire.basic("u000000staff");
        return wire.send(
                "POST",
                "/api/documents",
                body.getBytes(StandardCharsets.UTF_8),
                basic[0],
                basic[1],
                "Content-Type",
                "multipart/form-data; boundary=nowhere-in-it");
    }
}
