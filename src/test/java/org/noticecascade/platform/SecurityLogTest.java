package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.WebSession;
import org.noticecascade.Wire;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockHttpServletRequest;

/** Every refused access leaves one line, and nothing a caller sends can forge another. */
@ProcessTest
class SecurityLogTest {
    @Autowired
    private Environment environment;

    @Autowired
    private Scenario scenario;

    private Wire wire;
    private SecurityLines lines;

    @BeforeEach
    void listen() {
        wire = new Wire(environment);
        lines = new SecurityLines();
    }

    @AfterEach
    void stopListening() {
        lines.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/ledger?notice=$notice&x=geheim, refused status=403 reason=not-allowed user=\"u640000staff\" from=127.0.0.1 GET /api/ledger",
        "GET, /api/notices/987654, refused status=404 reason=hidden-or-missing user=\"u640000staff\" from=127.0.0.1 GET /api/notices/987654",
        "GET, /api/tasks/$task, refused status=404 reason=hidden-or-missing user=\"u640000staff\" from=127.0.0.1 GET /api/tasks/$task",
        "GET, /actuator/info, refused status=403 reason=not-allowed user=\"u640000staff\" from=127.0.0.1 GET /actuator/info"
    })
    void machinesRefusedAccessIsOneLineWithoutTheQuery(String method, String path, String line) {
        long notice = scenario.issueTo("640000", "310000");
        String task = scenario.task(notice, "310000", "signReceipt").getId();
        String body = method.equals("POST")
                ? "{\"profile\":{\"id\":\"intruder\"},\"credentials\":{\"password\":\"Other-2026-cascade\"}}"
                : null;

        wire.json("u640000staff", method, path.replace("$notice", notice + "").replace("$task", task), body);

        assertRefusals(line.replace("$task", task));
    }

    @Test
    void browsersRefusedAccessNamesThePersonOnAllWays() {
        WebSession session = WebSession.signIn(wire, "u640000staff");

        session.get("/camunda/api/cascade/mail");
        session.get("/camunda/api/engine/engine/default/task/none");
        session.get("/camunda/api/engine/engine/default/process-instance/none");
        session.get("/camunda/api/cockpit/plugin/base/default/process-instance");
        session.get("/camunda/app/cockpit/default/");

        String by = "user=\"u640000staff\" from=127.0.0.1 GET ";
        assertRefusals(
                "refused status=403 reason=not-allowed " + by + "/camunda/api/cascade/mail",
                "refused status=404 reason=hidden-or-missing " + by + "/camunda/api/engine/engine/default/task/none",
                "refused status=404 reason=not-listed " + by
                        + "/camunda/api/engine/engine/default/process-instance/none",
                "refused status=404 reason=not-listed " + by
                        + "/camunda/api/cockpit/plugin/base/default/process-instance",
                "refused status=403 reason=not-allowed " + by + "/camunda/app/cockpit/default/");
    }

    @Test
    void nobodyIsALineToo() {
        wire.json(null, "GET", "/api/notices", null);

        assertRefusals("refused status=401 reason=not-signed-in user=- from=127.0.0.1 GET /api/notices");
    }

    @Test
    void aForgedCallIsASignOut() {
        WebSession session = WebSession.signIn(wire, "u640000staff");

        session.forged("PUT", "/camunda/api/cascade/notices/1", "{}");

        assertRefusals("refused status=403 reason=no-csrf-token-signed-out user=\"u640000staff\" from=127.0.0.1 PUT"
                + " /camunda/api/cascade/notices/1");
    }

    @Test
    void signInsAndSignOutsAreLines() {
        WebSession session = WebSession.signIn(wire, "u310115staff");
        session.json("POST", "/camunda/api/admin/auth/user/default/logout", "");

        String where = " user=\"u310115staff\" from=127.0.0.1 POST /camunda/api/admin/auth/user/default/";
        await().untilAsserted(() -> assertThat(lines.all())
                .contains("signed-in" + where + "login/tasklist", "signed-out reason=logout" + where + "logout"));
    }

    @Test
    void machinesSigningInWithEveryCallAreOneLineAnHour() {
        wire.json("u310116staff", "GET", "/api/units/310000", null);
        wire.json("u310116staff", "GET", "/api/units/310000", null);

        assertThat(lines.all())
                .filteredOn(line -> line.contains("u310116staff"))
                .hasSize(1);
    }

    @Test
    void nothingACallerSendsMakesASecondLine() {
        String account = "u1\r\nsigned-in user=\"admin\"\u2028\u0000" + "x".repeat(5_000);

        wire.send("GET", "/api/notices/%22signed-in", null, Wire.basic(account, "x"));

        await().untilAsserted(() -> assertThat(lines.all()).hasSize(2));
        assertThat(lines.all())
                .allSatisfy(line -> assertThat(line)
                        .doesNotContainPattern("[\\r\\n\\u2028\\u0000]")
                        .hasSizeLessThan(500));
        assertThat(lines.all().get(0))
                .startsWith("sign-in-failed reason=unknown-account account=\"u1??signed-in user=?admin???xxx");
        assertThat(lines.all().get(1)).endsWith("GET /api/notices/%22signed-in");
    }

    @Test
    void aFloodIsCountedInsteadOfWritten() {
        Instant start = Instant.parse("2026-03-04T01:30:00Z");
        MovableClock clock = new MovableClock(start);
        SecurityLog log = new SecurityLog(
                new SecurityProperties(false, Duration.ZERO, Duration.ofHours(12), 2_097_152, List.of(), 10), clock);
        for (int i = 0; i < 25; i++) {
            log.refused(new MockHttpServletRequest("GET", "/api/" + i), null, 404, "hidden-or-missing");
        }
        assertThat(lines.all()).hasSize(10);

        clock.now = start.plusSeconds(60);
        log.signInFailed("u1", "wrong-password");

        assertThat(lines.all().subList(10, 12))
                .containsExactly(
                        "left-out lines=15 reason=too-many-per-minute",
                        "sign-in-failed reason=wrong-password account=\"u1\" from=-");
    }

    /** The answer may arrive before the filter that writes the line has come back. */
    private void assertRefusals(String... expected) {
        await().untilAsserted(() -> assertThat(lines.all())
                .filteredOn(line -> line.startsWith("refused"))
                .containsExactly(expected));
    }

    private static final class MovableClock extends Clock {
        private Instant now;

        MovableClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
