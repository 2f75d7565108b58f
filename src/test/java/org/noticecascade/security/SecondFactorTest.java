package org.noticecascade.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noticecascade.ProcessTest;
import org.noticecascade.WebSession;
import org.noticecascade.Wire;
import org.noticecascade.Wire.Reply;
import org.noticecascade.platform.SecurityLines;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A service that asks administrators and leads for a code, over HTTP as browsers and programs find it. */
@ProcessTest
@Tag("own-engine")
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:second-factor;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000;OPTIMIZE_REUSE_RESULTS=0",
            "cascade.accounts.second-factor=ADMINISTRATORS_AND_LEADS",
            "cascade.accounts.second-factor-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "cascade.security.machine-accounts=u460107lead"
        })
class SecondFactorTest {
    private static final String LEAD = "u460105lead";
    private static final String PAGE = "/camunda/api/cascade/second-factor/";
    private static final String WORK = "/camunda/api/cascade/notices";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private SecondFactorRows rows;

    @Autowired
    private SecretCipher cipher;

    @Autowired
    private CodeGuesses guesses;

    private Wire wire;

    @BeforeEach
    void connect() {
        wire = new Wire(environment);
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from second_factor").update();
        guesses.forgive(LEAD);
        guesses.forgive("admin");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /camunda/api/cascade/notices",
        "GET, /camunda/api/cascade/sessions",
        "DELETE, /camunda/api/cascade/second-factors/admin",
        "GET, /camunda/api/cascade/second-factor/../notices",
        "GET, /camunda/api/cascade/second-factor/%2e%2e/notices",
        "GET, //camunda/api/cascade/notices",
        "GET, /camunda/api/cascade/notices;x=/second-factor/",
        "GET, /%63amunda/api/cascade/notices",
        "POST, /camunda/api/cascade/second-factor/state",
        "GET, /camunda/api/engine/engine/default/task",
        "GET, /camunda/api/engine/engine/",
        "GET, /camunda/api/tasklist/plugin/tasklist-plugins/default/x",
        "GET, /camunda/api/cockpit/plugin/base/default/process-definition/statistics",
        "GET, /camunda/api/admin/auth/user/default/x",
        "POST, /camunda/api/admin/auth/user/default/login/tasklist"
    })
    void aSessionWithoutItsCodeReachesNothing(String method, String path) {
        for (String user : new String[] {LEAD, "admin"}) {
            Reply reply = WebSession.signIn(wire, user).send(method, path, method.equals("GET") ? null : new byte[0]);

            assertThat(reply.status())
                    .as("%s %s as %s: %s", method, path, user, reply.text())
                    .isIn(302, 400, 403);
            if (reply.status() == 403 && path.startsWith("/camunda/api/")) {
                assertThat(reply.headers().firstValue("X-Second-Factor")).contains(PAGE);
                assertThat(reply.detail()).contains("动态验证码");
            }
        }
    }

    @Test
    void pagesLeadToThePageThatAsksAndItsFilesAreThere() {
        WebSession session = WebSession.signIn(wire, LEAD);

        for (String page :
                new String[] {TASKLIST, "/camunda/app/cockpit/default/", "/camunda/app/admin/", "/camunda/"}) {
            Reply reply = session.get(page);
            assertThat(reply.status()).as(page).isEqualTo(302);
            assertThat(reply.headers().firstValue("Location").orElse(""))
                    .as(page)
                    .endsWith(PAGE);
        }
        for (String file : new String[] {"", "page.js", "page.css", "state"}) {
            assertThat(session.get(PAGE + file).status()).as(file).isEqualTo(200);
        }
        assertThat(session.get("/camunda/api/admin/auth/user/default").status()).isEqualTo(200);
        assertThat(session.json("POST", "/camunda/api/admin/auth/user/default/logout", "")
                        .status())
                .isLessThan(300);
        assertThat(session.get(WORK).status()).isEqualTo(401);
        assertThat(session.get(PAGE + "state").status()).isEqualTo(401);
    }

    @Test
    void settingUpOpensTheSessionAndTheNextSignInAsksForACode() {
        WebSession session = WebSession.signIn(wire, LEAD);
        assertThat(session.get(PAGE + "state").json().path("setUp").asBoolean()).isFalse();
        assertThat(confirm(session, "123456").status()).as("nothing set up").isEqualTo(409);
        session.json("POST", PAGE + "enrol", "{}");
        Reply enrolled = session.json("POST", PAGE + "enrol", "{}");
        assertThat(enrolled.json().path("uri").asText())
                .startsWith("otpauth://totp/NoticeCascade:" + LEAD + "?secret=");
        assertThat(enrolled.json().path("secret").asText()).matches("([A-Z2-7]{4} ){7}[A-Z2-7]{4}");
        assertThat(enrolled.json().path("secret").asText().replace(" ", ""))
                .isEqualTo(TimeCodes.base32(secretOf(LEAD)));
        assertThat(jdbc.sql("select secret from second_factor")
                        .query(String.class)
                        .single())
                .doesNotContain(TimeCodes.base32(secretOf(LEAD)));

        assertThat(confirm(session, code(LEAD, -1)).status()).isEqualTo(204);

        assertThat(session.get(WORK).status()).isEqualTo(200);
        assertThat(session.get("/camunda/api/engine/engine/default/task").status())
                .isEqualTo(200);
        assertThat(session.get(TASKLIST).status()).isEqualTo(200);
        assertThat(session.json("POST", PAGE + "enrol", "{}").status())
                .as("a full session replaces no secret")
                .isEqualTo(409);
        assertThat(acts("SECOND_FACTOR_SET_UP")).isEqualTo(1);

        WebSession next = WebSession.signIn(wire, LEAD);
        assertThat(next.get(WORK).status()).isEqualTo(403);
        assertThat(next.get(PAGE + "state").json().path("setUp").asBoolean()).isTrue();
        assertThat(next.json("POST", PAGE + "enrol", "{}").status())
                .as("nor does a password alone")
                .isEqualTo(409);
        assertThat(confirm(next, code(LEAD, -1)).detail()).as("a replay").contains("已使用过");
        assertThat(next.get(WORK).status()).isEqualTo(403);
        assertThat(confirm(next, code(LEAD, 0)).status()).isEqualTo(204);
        assertThat(next.get(WORK).status()).isEqualTo(200);
        assertThat(session.get(WORK).status()).as("the first one, too").isEqualTo(200);
    }

    @Test
    void anotherSignInInTheSameBrowserIsNotOpenedByTheFormerCode() {
        WebSession session = passed(LEAD);
        session.json("POST", "/camunda/api/admin/auth/user/default/logout", "");
        session.get(TASKLIST);

        assertThat(signInAgain(session, LEAD).status()).isEqualTo(200);
        assertThat(session.get(WORK).status()).as("the same person").isEqualTo(403);
        session.json("POST", "/camunda/api/admin/auth/user/default/logout", "");
        session.get(TASKLIST);
        assertThat(signInAgain(session, "admin").status()).isEqualTo(200);
        assertThat(session.get(WORK).status()).as("somebody else").isEqualTo(403);
    }

    @Test
    void wrongCodesPauseAndARightOneIsNotLookedAtMeanwhile() {
        WebSession session = signIn(LEAD);
        session.json("POST", PAGE + "enrol", "{}");
        String right = code(LEAD, 0);
        String wrong = right.equals("000000") ? "000001" : "000000";
        for (int guess = 0; guess < 5; guess++) {
            assertThat(confirm(session, wrong).status()).isEqualTo(422);
        }

        Reply refused = confirm(signIn(LEAD), right);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.detail()).contains("秒后再试");
        assertThat(refused.headers().firstValueAsLong("Retry-After")).isPresent();
        assertThat(session.get(WORK).status()).isEqualTo(403);
    }

    @Test
    void anAdministratorResetsSomebodyElsesAndTheirSessionsEnd() {
        WebSession lead = passed(LEAD);
        WebSession admin = passed("admin");
        String resets = "/camunda/api/cascade/second-factors/";

        assertThat(lead.json("DELETE", resets + "admin", "").status()).isEqualTo(403);
        assertThat(admin.json("DELETE", resets + "admin", "").status())
                .as("the own")
                .isEqualTo(409);
        assertThat(admin.json("DELETE", resets + LEAD, "").status()).isEqualTo(204);

        assertThat(lead.get(WORK).status()).isEqualTo(401);
        assertThat(admin.json("DELETE", resets + LEAD, "").status()).isEqualTo(404);
        assertThat(acts("SECOND_FACTOR_RESET")).isEqualTo(1);
        WebSession again = WebSession.signIn(wire, LEAD);
        assertThat(again.get(PAGE + "state").json().path("setUp").asBoolean()).isFalse();
        assertThat(again.get(WORK).status()).isEqualTo(403);
    }

    @Test
    void programsComeInAsMachineAccountsOnly() {
        try (SecurityLines lines = new SecurityLines()) {
            for (String path : new String[] {"/api/notices", "/engine-rest/task", "/actuator/info"}) {
                Reply reply = wire.json("admin", "GET", path, null);
                assertThat(reply.status()).as(path).isEqualTo(401);
                assertThat(reply.detail()).contains("动态验证码");
                assertThat(lines.all())
                        .anyMatch(line -> line.startsWith("sign-in-failed reason=second-factor account=\"admin\"")
                                && line.endsWith(path));
            }
        }
        assertThat(wire.json(LEAD, "GET", "/api/notices", null).status()).isEqualTo(401);
        assertThat(wire.send("GET", "/engine-rest/task", null, wire.basic(LEAD)).status())
                .isEqualTo(401);
        assertThat(wire.json("u460107lead", "GET", "/api/notices", null).status())
                .isEqualTo(200);
        assertThat(WebSession.signIn(wire, "u460107lead").get(WORK).status())
                .as("in a browser")
                .isEqualTo(403);
        assertThat(wire.json(null, "GET", "/actuator/health/liveness", null).status())
                .isEqualTo(200);
    }

    @Test
    void othersSeeNothingOfIt() {
        WebSession staff = signIn("u460105staff");

        assertThat(staff.get(WORK).status()).isEqualTo(200);
        assertThat(staff.get(TASKLIST).status()).isEqualTo(200);
        assertThat(wire.json("u460105staff", "GET", "/api/notices", null).status())
                .isEqualTo(200);
        assertThat(staff.json("POST", PAGE + "enrol", "{}").status()).isEqualTo(409);
        assertThat(staff.get(PAGE + "state").json().path("missing").asBoolean()).isFalse();
    }

    /** Goes on to the page, which brings the token along. */
    private WebSession signIn(String user) {
        WebSession session = WebSession.signIn(wire, user);
        assertThat(session.get(PAGE).status()).isEqualTo(200);
        return session;
    }

    private WebSession passed(String user) {
        WebSession session = signIn(user);
        session.json("POST", PAGE + "enrol", "{}");
        assertThat(confirm(session, code(user, 0)).status()).isEqualTo(204);
        assertThat(session.get(WORK).status()).isEqualTo(200);
        return session;
    }

    private Reply signInAgain(WebSession session, String user) {
        return session.form(
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "username=%s&password=%s".formatted(user, wire.password()));
    }

    private static Reply confirm(WebSession session, String code) {
        return session.json("POST", PAGE + "confirm", "{\"code\":\"" + code + "\"}");
    }

    private String code(String user, int steps) {
        return TimeCodes.codeAt(secretOf(user), TimeCodes.stepAt(clock.instant()) + steps);
    }

    private byte[] secretOf(String user) {
        return cipher.decrypt(user, rows.of(user).orElseThrow().secret());
    }

    private int acts(String act) {
        return jdbc.sql("select count(*) from ledger where act = ? and target = ?")
                .params(act, LEAD)
                .query(Integer.class)
                .single();
    }
}
