package org.noticecascade.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.WebSession;
import org.noticecascade.Wire;
import org.noticecascade.Wire.Reply;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submissions;
import org.noticecascade.platform.SecurityLog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.header.HeaderWriter;

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

    @Autowired
    private ServletContext servletContext;

    @Autowired
    private SecurityLog log;

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

    @ParameterizedTest
    @CsvSource({
        "/camunda/app/tasklist/default/,200",
        "/camunda/app/cockpit/default/,403",
        "/camunda/api/cascade/notices,200",
        "/camunda/api/cascade/notices/987654,404",
        "/camunda/api/cascade/nothing,404",
        "/camunda/api/engine/engine/default/task/none,404",
        "/camunda/api/cockpit/plugin/base/default/process-instance,404",
        "/api/notices,200",
        "/api/notices/987654,404",
        "/engine-rest/task/none,404",
        "/actuator/info,403",
        "/nothing,404",
        "/nothing//else,400"
    })
    void everyAnswerCarriesTheSecurityHeaders(String path, int status) {
        Reply reply = path.startsWith("/camunda/")
                ? WebSession.signIn(wire, STAFF).get(path)
                : wire.json(STAFF, "GET", path, null);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(reply.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(reply.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(reply.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy).contains("default-src '", "frame-ancestors 'none'"));
        assertThat(reply.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void httpsIsInsistedOnOnlyWhereAskedForAndOverHttps() {
        HeaderWriter asked = SecurityChains.hsts(Duration.ofDays(365));
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/notices");
        assertThat(answered(asked, request).getHeader("Strict-Transport-Security"))
                .isNull();

        request.setSecure(true);

        assertThat(answered(asked, request).getHeader("Strict-Transport-Security"))
                .isEqualTo("max-age=31536000");
        assertThat(answered(SecurityChains.hsts(Duration.ZERO), request).getHeader("Strict-Transport-Security"))
                .isNull();
    }

    private static MockHttpServletResponse answered(HeaderWriter headers, MockHttpServletRequest request) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        headers.writeHeaders(request, response);
        return response;
    }

    private static MockHttpServletResponse answered(Filter filter, MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }

    @Test
    void anIdleSessionEndsAfterHalfAnHour() {
        assertThat(servletContext.getSessionTimeout()).isEqualTo(30);
    }

    /** An open task list asks every ten seconds, so no session of its would ever be idle. */
    @Test
    void aBusySessionEndsTooWhenItIsOldEnough() throws Exception {
        AccessWatch watch = new AccessWatch(log, Duration.ofHours(12));
        long start = 1_000_000_000_000L;

        assertThat(endedAt(watch, start, start + Duration.ofHours(12).toMillis()))
                .isFalse();
        assertThat(endedAt(watch, start, start + Duration.ofHours(12).toMillis() + 1))
                .isTrue();
    }

    private static boolean endedAt(AccessWatch watch, long created, long lastAccessed) throws Exception {
        MockHttpSession session = new MockHttpSession() {
            @Override
            public long getCreationTime() {
                return created;
            }

            @Override
            public long getLastAccessedTime() {
                return lastAccessed;
            }
        };
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/camunda/api/cascade/notices");
        request.setSession(session);
        answered(watch, request);
        return session.isInvalid();
    }

    @Test
    void machineClientsAnswersAreNeitherSniffedNorKept() {
        Reply reply = wire.json(STAFF, "GET", "/api/notices", null);

        assertThat(reply.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(reply.headers().firstValue("Cache-Control")).hasValue("no-store");
    }
}
