package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.WebSession;
import org.noticecascade.Wire;
import org.noticecascade.Wire.Reply;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submissions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The browser's way in: session cookie, token, headers. */
@ProcessTest
class SessionTest {
    private static final String NINGXIA = "640000";
    private static final String STAFF = "u640000staff";

    @Autowired
    private Environment environment;

    @Autowired
    private Scenario scenario;

    @Autowired
    private Submissions submissions;

    private Wire wire;

    @BeforeEach
    void connect() {
        wire = new Wire(environment);
    }

    @Test
    void aSessionWithoutTheTokenSavesNothingAndIsSignedOut() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        String path = "/camunda/api/cascade/tasks/"
                + scenario.task(notice, NINGXIA, "draftPlan").getId() + "/work";
        WebSession session = WebSession.signIn(wire, STAFF);
        assertThat(session.json("PUT", path, "{\"measures\":\"甲\"}").status()).isEqualTo(200);

        Reply forged = session.forged("PUT", path, "{\"measures\":\"乙\"}");

        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.type()).startsWith("application/problem+json");
        assertThat(forged.detail()).contains("重新登录");
        long draft = submissions
                .expect(scenario.assignment(notice, NINGXIA).id(), Kind.PLAN)
                .id();
        assertThat(submissions.work(Kind.PLAN).read(draft)).containsAllEntriesOf(Map.of("measures", "甲"));
        assertThat(session.get("/camunda/api/cascade/notices").status()).isEqualTo(401);
    }

    @Test
    void everyWritingMethodNeedsTheToken() {
        for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
            Reply forged = WebSession.signIn(wire, STAFF).forged(method, "/camunda/api/cascade/notices", "{}");

            assertThat(forged.status()).as(method).isEqualTo(403);
        }
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOfOtherSites() {
        WebSession session = WebSession.signIn(wire, STAFF);

        assertThat(session.setCookies())
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .isNotEmpty()
                .allSatisfy(cookie ->
                        assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Lax"));
        assertThat(session.setCookies())
                .filteredOn(cookie -> cookie.startsWith("XSRF-TOKEN"))
                .isNotEmpty()
                .allSatisfy(
                        cookie -> assertThat(cookie).contains("Path=/camunda").contains("SameSite=Lax"));
    }

    @Test
    void signingInChangesTheSession() {
        WebSession session = WebSession.signIn(wire, STAFF);

        assertThat(session.setCookies().stream()
                        .filter(cookie -> cookie.startsWith("JSESSIONID"))
                        .map(cookie -> cookie.split(";")[0])
                        .distinct())
                .hasSize(2);
    }

    @Test
    void ourAnswersCarryTheWebappsSecurityHeaders() {
        Reply reply = WebSession.signIn(wire, STAFF).get("/camunda/api/cascade/notices");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.type()).startsWith("application/json");
        assertThat(reply.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(reply.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'"));
    }

    @Test
    void machineClientsAnswersAreNeitherSniffedNorKept() {
        Reply reply = wire.json(STAFF, "GET", "/api/notices", null);

        assertThat(reply.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(reply.headers().firstValue("Cache-Control")).hasValue("no-store");
    }
}
