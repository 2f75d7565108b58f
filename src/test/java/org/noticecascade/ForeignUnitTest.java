package org.noticecascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.Wire.Reply;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submissions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint as seen by the prefecture 640100, its sibling, its superior, another province with the notice, a
 * province without it, staff of headquarters and the administrator. The notice went to 640000 and 310000.
 */
@ProcessTest
class ForeignUnitTest {
    private static final List<String> CALLERS = List.of(
            "u640100staff", "u640200staff", "u640000staff", "u310000staff", "u460000staff", "u000000staff", "admin");

    /** method, mapping, what is called, then the status for each caller; {@code -} is not called. */
    static final List<List<String>> TABLE = List.of(
            row("GET /notices", "", "200 200 200 200 200 200 200"),
            row("GET /notices/{id}", "/notices/$notice", "200 200 200 200 404 200 200"),
            row("GET /notices/{id}", "/notices/$draft", "404 404 404 404 404 200 200"),
            row("GET /notices/{id}/proposal", "/notices/$notice/proposal", "200 200 200 200 404 200 200"),
            row("GET /notices/{id}/proposal", "/notices/$draft/proposal", "404 404 404 404 404 200 200"),
            row("PUT /notices/{id}", "/notices/$draft", "404 404 404 404 404 200 403"),
            row("PUT /notices/{id}", "/notices/$notice", "403 403 403 403 404 409 403"),
            row("GET /notices/{noticeId}/assignments", "/notices/$notice/assignments", "200 200 200 200 404 200 200"),
            row(
                    "GET /notices/{noticeId}/assignments",
                    "/notices/$notice/assignments?parent=640100",
                    "200 404 200 404 404 200 200"),
            row(
                    "GET /notices/{noticeId}/assignments",
                    "/notices/$notice/assignments?parent=000000",
                    "404 404 404 404 404 200 200"),
            row("GET /notices/{noticeId}/rollup", "/notices/$notice/rollup?unit=640100", "200 404 200 404 404 200 200"),
            row("PUT /notices/{id}/units/{unitCode}", "/notices/$notice/units/640100", "403 403 403 403 404 200 403"),
            row("GET /ledger", "/ledger?notice=$notice", "403 403 403 403 404 200 200"),
            row("GET /ledger", "/ledger?notice=$draft", "404 404 404 404 404 200 200"),
            row("GET /ledger", "/ledger?notice=$notice&assignment=$part", "200 404 200 404 404 200 200"),
            row("GET /ledger/verification", "", "403 403 403 403 403 403 200"),
            row("GET /ledger/without-notice", "", "403 403 403 403 403 403 200"),
            row("GET /notices/{noticeId}/archive", "/notices/$notice/archive", "403 403 403 403 404 403 200"),
            row("GET /notices/{noticeId}/archive", "/notices/$draft/archive", "404 404 404 404 404 403 200"),
            row("GET /tasks/{taskId}", "/tasks/$task", "200 404 404 404 404 404 200"),
            row("PUT /tasks/{taskId}/work", "/tasks/$task/work", "200 404 404 404 404 404 403"),
            row("GET /tasks/{taskId}/ticks", "/tasks/$task/ticks", "200 404 404 404 404 404 200"),
            row("PUT /tasks/{taskId}/ticks/{position}", "/tasks/$task/ticks/1", "200 404 404 404 404 404 200"),
            row("POST /tasks/{taskId}/files", "/tasks/$task/files", "422 404 404 404 404 404 403"),
            row("DELETE /tasks/{taskId}/files/{fileId}", "/tasks/$task/files/1", "404 404 404 404 404 404 403"),
            row("GET /assignments/{id}/files", "/assignments/$part/files", "200 404 200 404 404 200 200"),
            row(
                    "GET /assignments/{id}/files/{fileId}/content",
                    "/assignments/$part/files/$file/content",
                    "200 404 404 404 404 404 404"),
            row("GET /tasks/{taskId}/colleagues", "/tasks/$task/colleagues", "200 404 404 404 404 404 200"),
            row("POST /tasks/{taskId}/transfer", "/tasks/$task/transfer", "415 415 415 415 415 415 415"),
            row("POST /tasks/{taskId}/delegate", "/tasks/$task/delegate", "415 415 415 415 415 415 415"),
            row("POST /tasks/{taskId}/resolve", "/tasks/$task/resolve", "409 404 404 404 404 404 409"),
            row("GET /tasks/held", "/tasks/held", "200 200 200 200 200 200 200"),
            row("POST /tasks/{taskId}/take-back", "/tasks/$task/take-back", "403 404 404 404 404 404 403"),
            row("GET /due-dates", "/due-dates?day=2026-03-02", "200 200 200 200 200 200 200"),
            row("GET /filters", "/filters", "200 200 200 200 200 200 200"),
            row("GET /documents/{id}/content", "/documents/$document/content", "200 200 200 200 404 200 200"),
            row("GET /documents/{id}/content", "/documents/$draftDocument/content", "404 404 404 404 404 200 200"),
            row("POST /documents", "", "403 403 403 403 403 201 403"),
            row("GET /units", "", "200 200 200 200 200 200 200"),
            row("GET /units/{code}", "/units/640100", "200 200 200 200 200 200 200"),
            row("GET /calendar", "/calendar?from=2026-03-01&to=2026-03-02", "200 200 200 200 200 200 200"),
            row("POST /imports", "/imports?dryRun=true", "403 403 403 403 403 403 202"),
            row("PUT /units/{code}/status", "/units/nothing/status", "403 403 403 403 403 403 404"),
            row("PUT /persons/{userId}/status", "/persons/nothing/status", "403 403 403 403 403 403 404"),
            row("GET /imports/{id}", "/imports/none", "403 403 403 403 403 403 404"),
            row("GET /imports/template", "/imports/template?kind=units", "403 403 403 403 403 403 200"),
            row("POST /assignments/{id}/urge", "/assignments/$part/urge", "403 404 200 404 404 409 403"),
            row("POST /assignments/{id}/extensions", "/assignments/$part/extensions", "415 415 415 415 415 415 415"),
            row("GET /assignments/{id}/extensions", "/assignments/$part/extensions", "200 404 200 404 404 200 200"),
            row(
                    "GET /assignments/{id}/extensions/terms",
                    "/assignments/$part/extensions/terms",
                    "200 404 200 404 404 200 200"),
            row("GET /calendar/years/{year}", "/calendar/years/2027", "200 200 200 200 200 200 200"),
            row("POST /assignments/{id}/measure", "/assignments/$part/measure", "415 415 415 415 415 415 415"),
            row(
                    "POST /assignments/{id}/extension-decision",
                    "/assignments/$part/extension-decision",
                    "415 415 415 415 415 415 415"),
            row("GET /tables", "", "403 403 403 403 403 403 200"),
            row("GET /tables/{key}", "/tables/escalation-policy", "403 403 403 403 403 403 200"),
            row("PUT /tables/{key}", "/tables/escalation-policy", "403 403 403 403 403 403 422"),
            row("GET /consistency", "", "403 403 403 403 403 403 200"),
            row("POST /consistency/repair", "", "403 403 403 403 403 403 200"),
            row("GET /board/notices", "", "200 200 200 200 200 200 200"),
            row("GET /board/notices/{noticeId}/top", "/board/notices/$notice/top", "200 200 200 200 404 200 200"),
            row(
                    "GET /board/notices/{noticeId}/top",
                    "/board/notices/$notice/top?parent=640100",
                    "200 404 200 404 404 200 200"),
            row("GET /board/notices/{noticeId}/top", "/board/notices/$draft/top", "404 404 404 404 404 404 404"),
            row("GET /board/notices/{noticeId}/units", "/board/notices/$notice/units", "200 200 200 200 404 200 200"),
            row(
                    "GET /board/notices/{noticeId}/units",
                    "/board/notices/$notice/units?parent=640100&open=true",
                    "200 404 200 404 404 200 200"),
            row(
                    "GET /board/notices/{noticeId}/progress",
                    "/board/notices/$notice/progress?parent=640100",
                    "200 404 200 404 404 200 200"),
            row(
                    "GET /board/notices/{noticeId}/export",
                    "/board/notices/$notice/export?parent=640100",
                    "200 404 200 404 404 200 200"),
            row("GET /board/assignments/{id}", "/board/assignments/$part", "200 404 200 404 404 200 200"),
            row("GET /board/assignments/{id}/work", "/board/assignments/$part/work", "200 404 200 404 404 200 200"),
            row("POST /calendar/years/{year}", "/calendar/years/2027", "415 415 415 415 415 415 415"),
            row("GET /deputies", "", "200 200 200 200 200 200 200"),
            row("GET /deputies/candidates", "", "200 200 200 200 200 200 200"),
            row("GET /deputies/held", "", "200 200 200 200 200 200 200"),
            row("POST /deputies", "", "415 415 415 415 415 415 415"),
            row("DELETE /deputies/{from}", "/deputies/2026-03-04", "404 404 404 404 404 404 404"),
            row("GET /sessions", "", "200 200 200 200 200 200 200"),
            row("DELETE /sessions/{id}", "/sessions/none", "404 404 404 404 404 404 404"),
            row("GET /administration/pending", "", "403 403 403 403 403 403 200"),
            row(
                    "POST /administration/pending/{id}/confirm",
                    "/administration/pending/0/confirm",
                    "403 403 403 403 403 403 404"),
            row("DELETE /administration/pending/{id}", "/administration/pending/0", "403 403 403 403 403 403 404"),
            row("DELETE /second-factors/{userId}", "/second-factors/none", "403 403 403 403 403 403 404"),
            row("GET /mail", "", "403 403 403 403 403 403 200"),
            row("POST /mail/retry", "", "403 403 403 403 403 403 200"),
            row("POST /mail/test", "", "415 415 415 415 415 415 415"),
            row("GET /demo/mail", "", "403 403 403 403 403 200 200"),
            row("GET /demo/mail/", "", "403 403 403 403 403 200 200"),
            row("GET /demo/mail/mailbox.js", "", "403 403 403 403 403 200 200"),
            row("GET /demo/mail/mailbox.css", "", "403 403 403 403 403 200 200"),
            row("GET /demo/mail/messages", "", "403 403 403 403 403 200 200"),
            row("GET /demo/mail/message", "/demo/mail/message?id=none", "403 403 403 403 403 404 404"),
            row("POST /demo/notices/{id}/play", "/demo/notices/$notice/play", "403 403 403 403 403 - -"),
            row("DELETE /demo/notices/{id}/play", "/demo/notices/$notice/play", "403 403 403 403 403 204 204"),
            row("GET /demo/plays", "", "403 403 403 403 403 200 200"),
            row("GET /demo", "", "403 403 403 403 403 200 200"),
            row("GET /demo/", "", "403 403 403 403 403 200 200"),
            row("GET /demo/console.js", "", "403 403 403 403 403 200 200"),
            row("GET /demo/call.js", "", "403 403 403 403 403 200 200"),
            row("GET /demo/time.js", "", "403 403 403 403 403 200 200"),
            row("GET /demo/notice.txt", "", "403 403 403 403 403 200 200"),
            row("GET /demo/time", "", "200 200 200 200 200 200 200"),
            row("POST /demo/time/forward", "/demo/time/forward?workingDays=0", "403 403 403 403 403 403 422"),
            row("GET /demo/console.css", "", "403 403 403 403 403 200 200"));

    @Autowired
    private Environment environment;

    @Autowired
    private Scenario scenario;

    @Autowired
    private Submissions submissions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Wire wire;
    private long notice;
    private long draft;
    private String task;
    private long evidence;

    private static List<String> row(String mapping, String call, String statuses) {
        String path = mapping.substring(mapping.indexOf(' ') + 1);
        return List.of(mapping, call.isEmpty() ? path : call, statuses);
    }

    @BeforeEach
    void handTheNoticeDown() {
        wire = new Wire(environment);
        notice = scenario.issueTo("640000", "310000");
        scenario.plan(notice, "640000");
        scenario.sign(notice, "640100");
        draft = scenario.draft(Scenario.text(999));
        task = scenario.task(notice, "640100", "scheduleSession").getId();
        evidence = anEvidenceFile();
    }

    private long anEvidenceFile() {
        Reply reply = wire.send(
                "POST",
                "/api/tasks/" + task + "/files",
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\r\n--x--\r\n"
                        .getBytes(StandardCharsets.UTF_8),
                wire.basic("u640100staff")[0],
                wire.basic("u640100staff")[1],
                "Content-Type",
                "multipart/form-data; boundary=x");
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("id").asLong();
    }

    @Test
    void theTableHasEveryEndpoint() {
        Set<String> mapped = Endpoints.of(requestMappingHandlerMapping);

        assertThat(TABLE.stream().map(row -> row.get(0))).containsAll(mapped);
        assertThat(mapped).containsAll(TABLE.stream().map(row -> row.get(0)).toList());
    }

    @Test
    void eachCallerGetsWhatTheTableSays() {
        assertThat(TABLE).allSatisfy(row -> {
            String[] expected = row.get(2).split(" ");
            for (int i = 0; i < expected.length; i++) {
                if (!expected[i].equals("-")) {
                    Reply reply = call(CALLERS.get(i), row.get(0).split(" ")[0], filled(row.get(1)));
                    assertThat(reply.status())
                            .as("%s %s: %s", CALLERS.get(i), row, reply.text())
                            .isEqualTo(Integer.parseInt(expected[i]));
                    if (reply.status() >= 400) {
                        assertThat(reply.type()).startsWith("application/problem+json");
                        assertThat(reply.detail()).as("%s", row).matches("(?s).*\\p{IsHan}{3,}.*");
                        assertThat(reply.json().path("detailEn").asText())
                                .as("%s", row)
                                .isNotBlank();
                    }
                }
            }
        });
        long session = submissions
                .expect(scenario.assignment(notice, "640100").id(), Kind.SESSION)
                .id();
        assertThat(submissions.work(Kind.SESSION).read(session)).containsEntry("summary", "u640100staff");
    }

    @Test
    void hiddenAndNonExistingAreAnsweredAlike() {
        long none = 987_654_321;
        assertAlike("GET", "/notices/", draft, none, "");
        assertAlike("PUT", "/notices/", draft, none, "");
        assertAlike("GET", "/notices/", draft, none, "/assignments");
        assertAlike("GET", "/ledger?notice=", draft, none, "");
        assertAlike("GET", "/board/notices/", draft, none, "/top");
        assertAlike("GET", "/board/notices/", draft, none, "/export");
        assertAlike(
                "GET",
                "/board/assignments/",
                scenario.assignment(notice, "310000").id(),
                none,
                "");
        assertAlike("GET", "/board/notices/%d/units?parent=".formatted(notice), 640200, 999999, "");
        assertAlike("GET", "/documents/", document(draft), none, "/content");
        assertAlike(
                "GET",
                "/ledger?notice=%d&assignment=".formatted(notice),
                scenario.assignment(notice, "310000").id(),
                none,
                "");
        assertAlike("GET", "/notices/%d/assignments?parent=".formatted(notice), 640200, 999999, "");

        Reply hidden = call("u640200staff", "GET", "/tasks/" + task);
        Reply missing = call("u640200staff", "GET", "/tasks/nothing");
        assertThat(hidden.detail()).isEqualTo(missing.detail());
    }

    @Test
    void listsShowOnlyWhatWasIssuedToTheUnit() {
        assertThat(call("u460000staff", "GET", "/notices").json().path("total").asInt())
                .isZero();
        assertThat(call("u640100staff", "GET", "/notices").json().path("items"))
                .singleElement()
                .satisfies(found -> assertThat(found.path("id").asLong()).isEqualTo(notice));
        assertThat(call("u000000staff", "GET", "/notices").json().path("total").asInt())
                .isEqualTo(2);
        assertThat(call("u640100staff", "GET", "/notices/%d/assignments".formatted(notice))
                        .json()
                        .path("items"))
                .isNotEmpty()
                .allSatisfy(below -> assertThat(below.path("unitCode").asText()).startsWith("6401"));
    }

    @Test
    void anotherUnitsAssignmentIsNotReadThroughANoticeOfOnesOwn() {
        Reply reply = call(
                "u640100staff",
                "GET",
                "/ledger?notice=%d&assignment=%d"
                        .formatted(notice, scenario.assignment(notice, "640200").id()));

        assertThat(reply.status()).isEqualTo(404);
    }

    @Test
    void whoeverMayOnlyWatchATaskDoesNotWriteIntoIt() {
        Reply read = call("u640000supervisor", "GET", "/tasks/" + task);
        Reply write = call("u640000supervisor", "PUT", "/tasks/" + task + "/work");

        assertThat(read.status()).isEqualTo(200);
        assertThat(write.status()).isEqualTo(403);
        assertThat(write.detail()).startsWith("您无权办理该任务");
    }

    private void assertAlike(String method, String before, long hidden, long none, String after) {
        Reply one = call("u640100staff", method, before + hidden + after);
        Reply other = call("u640100staff", method, before + none + after);
        assertThat(one.status()).as("%s %s", method, before).isEqualTo(404).isEqualTo(other.status());
        assertThat(one.text().replace(String.valueOf(hidden), "N"))
                .as("%s %s", method, before)
                .isEqualTo(other.text().replace(String.valueOf(none), "N"));
    }

    private Reply call(String user, String method, String path) {
        if (method.equals("POST")) {
            byte[] file = ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"units.csv\"\r\n\r\n"
                            + Scenario.text(1) + "\r\n--x--\r\n")
                    .getBytes(StandardCharsets.UTF_8);
            String[] basic = wire.basic(user);
            return wire.send(
                    "POST", "/api" + path, file, basic[0], basic[1], "Content-Type", "multipart/form-data; boundary=x");
        }
        if (path.endsWith("/status")) {
            return wire.json(user, method, "/api" + path, "{\"active\":false}");
        }
        String body = path.contains("/ticks/") && method.equals("PUT")
                ? "{\"ticked\":true}"
                : method.equals("PUT") && path.contains("/work")
                        ? "{\"summary\":\"%s\"}".formatted(user)
                        : method.equals("PUT") ? "{\"contact\":\"%s\"}".formatted(user) : null;
        return wire.json(user, method, "/api" + path, body);
    }

    private String filled(String path) {
        return path.replace("$notice", String.valueOf(notice))
                .replace("$draftDocument", String.valueOf(document(draft)))
                .replace("$draft", String.valueOf(draft))
                .replace("$document", String.valueOf(document(notice)))
                .replace(
                        "$part",
                        String.valueOf(scenario.assignment(notice, "640100").id()))
                .replace("$file", String.valueOf(evidence))
                .replace("$task", task);
    }

    private long document(long of) {
        return jdbc.sql("select id from attachment where notice_id = :notice")
                .param("notice", of)
                .query(Long.class)
                .single();
    }
}
