package org.noticecascade.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.authorization.Groups;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.WebSession;
import org.noticecascade.Wire;
import org.noticecascade.Wire.Reply;
import org.noticecascade.platform.SecurityLines;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The calls of a hostile review, each with the answer it gets now. An ordinary account of a county sends them. */
@ProcessTest
class ReviewedCallsTest {
    private static final String STAFF = "u640104staff";
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String TAKE_OVER = "${identityService.createMembership('u640104staff', 'camunda-admin')}";
    private static final String SIGN_OUT = "${identityService.clearAuthentication()}";
    private static final String RUN =
            "${execution.getClass().forName('java.lang.Runtime').getMethod('getRuntime').invoke(null).exec('touch x')}";

    @Autowired
    private Environment environment;

    @Autowired
    private Scenario scenario;

    @Autowired
    private IdentityService identity;

    @Autowired
    private ManagementService management;

    private Wire wire;
    private SecurityLines lines;

    @BeforeEach
    void connect() {
        wire = new Wire(environment);
        lines = new SecurityLines();
    }

    @AfterEach
    void stopListening() {
        lines.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {TAKE_OVER, SIGN_OUT, RUN})
    void anExpressionWithinAQueryReachesNobody(String expression) {
        String body = "{\"orQueries\":[{\"assigneeExpression\":\"%s\",\"nameLike\":\"%%\"}]}".formatted(expression);
        String filter = wire.json("admin", "GET", "/engine-rest/filter", null)
                .json()
                .path(0)
                .path("id")
                .asText();
        List<String> paths =
                List.of("/task", "/task/count", "/filter/" + filter + "/list", "/filter/" + filter + "/count");
        WebSession staff = WebSession.signIn(wire, STAFF);
        WebSession admin = WebSession.signIn(wire, "admin");

        List<String> answers = new ArrayList<>();
        for (String path : paths) {
            answers.add("program "
                    + basic(STAFF, "POST", "/engine-rest" + path, body).status());
            answers.add("staff " + staff.json("POST", ENGINE + path, body).status());
            answers.add("admin "
                    + basic("admin", "POST", "/engine-rest" + path, body).status());
            answers.add("admin " + admin.json("POST", ENGINE + path, body).status());
        }

        assertThat(answers)
                .allMatch(answer ->
                        answer.equals(answer.startsWith("admin") ? "admin 400" : answer.split(" ")[0] + " 404"));
        assertThat(identity.createUserQuery()
                        .memberOfGroup(Groups.CAMUNDA_ADMIN)
                        .userId(STAFF)
                        .count())
                .isZero();
        assertThat(lines.all()).anyMatch(line -> line.contains("reason=expression user=\"admin\""));
        assertThat(lines.all()).anyMatch(line -> line.contains("reason=not-listed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task?assigneeExpression=%24%7BcurrentUser()%7D",
                "/task?candidateGroupInExpression=x",
                "/task?ASSIGNEEEXPRESSION=x",
                "/task?assignee%45xpression=x"
            })
    void anExpressionInAnAddressReachesNobody(String path) {
        assertThat(basic("admin", "GET", "/engine-rest" + path, null).status()).isEqualTo(400);
        assertThat(WebSession.signIn(wire, "admin").get(ENGINE + path).status()).isEqualTo(400);
        assertThat(WebSession.signIn(wire, STAFF).get(ENGINE + path).status()).isEqualTo(404);
    }

    @Test
    void anExpressionStoredInAFilterReachesNobody() {
        String body =
                "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{\"orQueries\":[{\"dueBeforeExpression\":\"%s\"}]}}"
                        .formatted(TAKE_OVER);

        assertThat(basic("admin", "POST", "/engine-rest/filter/create", body).status())
                .isEqualTo(400);
        assertThat(WebSession.signIn(wire, STAFF)
                        .json("POST", ENGINE + "/filter/create", body)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aLeadNeitherSeesNorChangesJobsWithoutADefinition() {
        management.createJobQuery().list();
        String job = management.createJobQuery().listPage(0, 1).get(0).getId();
        WebSession lead = WebSession.signIn(wire, "u640104lead");
        WebSession supervisor = WebSession.signIn(wire, "u000000supervisor");
        String[][] calls = {
            {"GET", "/job", ""},
            {"GET", "/job/" + job, ""},
            {"PUT", "/job/" + job + "/duedate", "{\"duedate\":\"2030-01-01T00:00:00.000+0800\"}"},
            {"PUT", "/job/" + job + "/suspended", "{\"suspended\":true}"},
            {"PUT", "/job/" + job + "/retries", "{\"retries\":0}"},
            {"POST", "/job/" + job + "/execute", "{}"},
            {"DELETE", "/job/" + job, ""},
            {"POST", "/history/cleanup", "{}"}
        };

        for (String[] call : calls) {
            for (WebSession person : List.of(lead, supervisor)) {
                byte[] body = call[2].isEmpty() ? null : call[2].getBytes(StandardCharsets.UTF_8);
                Reply reply = person.send(call[0], ENGINE + call[1], body, "Content-Type", "application/json");
                assertThat(reply.status()).as(call[0] + " " + call[1]).isEqualTo(404);
            }
        }
        assertThat(management.createJobQuery().jobId(job).singleResult()).isNotNull();
    }

    @Test
    void aRemarkGoesToNoOtherInstance() {
        long notice = scenario.issueTo("640000", "310000");
        String own = scenario.task(notice, "640000", "signReceipt").getId();
        String foreign = scenario.task(notice, "310000", "signReceipt").getProcessInstanceId();
        WebSession staff = WebSession.signIn(wire, "u640000staff");
        String path = ENGINE + "/task/" + own + "/comment/create";

        Reply reply = staff.json("POST", path, "{\"message\":\"x\",\"processInstanceId\":\"%s\"}".formatted(foreign));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(staff.json("POST", path, "{\"message\":\"收到\"}").status()).isEqualTo(200);
    }

    @Test
    void aBrowserIsNotAskedForAPasswordToKeep() {
        assertThat(wire.send("GET", "/api/notices", null, "Accept", "text/html,*/*")
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .isEmpty();
        assertThat(wire.send("GET", "/engine-rest/task", null, "Sec-Fetch-Mode", "navigate")
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .isEmpty();
        assertThat(wire.send("GET", "/api/notices", null).headers().firstValue("WWW-Authenticate"))
                .isPresent();
    }

    @Test
    void aForeignPageCannotImportPeople() {
        String[] basic = wire.basic("admin");
        byte[] form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nx\r\n--x--\r\n"
                .getBytes(StandardCharsets.UTF_8);
        Reply reply = wire.send(
                "POST",
                "/api/imports",
                form,
                basic[0],
                basic[1],
                "Content-Type",
                "multipart/form-data; boundary=x",
                "Origin",
                "https://evil.example");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(wire.send("DELETE", "/api/deputies/1", null, basic[0], basic[1], "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
    }

    private Reply basic(String user, String method, String path, String body) {
        String[] basic = wire.basic(user);
        return wire.send(
                method,
                path,
                body == null ? null : body.getBytes(StandardCharsets.UTF_8),
                basic[0],
                basic[1],
                "Content-Type",
                "application/json");
    }
}
