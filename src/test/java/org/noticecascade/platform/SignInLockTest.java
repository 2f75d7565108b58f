package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.ProcessTest;
import org.noticecascade.WebSession;
import org.noticecascade.Wire;
import org.noticecascade.Wire.Reply;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Guessing a password: a pause after each failure, and the end after the tenth, whichever way it is tried. */
@ProcessTest
class SignInLockTest {
    private static final String USER = "u460105staff";
    private static final String WEB = "/camunda/api/admin/auth/user/default/login/tasklist";
    private static final Duration PAUSE = Duration.ofSeconds(61);

    @Autowired
    private Environment environment;

    @Autowired
    private IdentityService identities;

    @Autowired
    private CascadeClock clock;

    private Wire wire;

    @BeforeEach
    void connect() {
        wire = new Wire(environment);
    }

    @AfterEach
    void unlock() {
        identities.unlockUser(USER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/units/310000", "/engine-rest/task", "/actuator/info", WEB})
    void aFailurePausesEveryWayInAndTimeEndsThePause(String way) {
        assertThat(tried(way, "wrong")).isEqualTo(401);
        for (String other : List.of("/api/units/310000", "/engine-rest/task", WEB)) {
            assertThat(tried(other, wire.password())).as(other).isEqualTo(401);
        }

        clock.shiftBy(clock.offset().plusSeconds(4));

        assertThat(tried(way, wire.password())).isIn(200, 403);
        assertThat(tried("/api/units/310000", wire.password())).isEqualTo(200);
    }

    @Test
    void theEleventhAttemptIsLockedUntilAnAdministratorUnlocks() {
        try (SecurityLines lines = new SecurityLines()) {
            for (int attempt = 1; attempt <= 10; attempt++) {
                String way = attempt % 3 == 0 ? WEB : attempt % 3 == 1 ? "/api/units/310000" : "/engine-rest/task";
                assertThat(tried(way, "wrong" + attempt)).isEqualTo(401);
                clock.shiftBy(clock.offset().plus(PAUSE));
            }

            clock.shiftBy(clock.offset().plus(Duration.ofDays(2)));
            assertThat(tried("/api/units/310000", wire.password())).isEqualTo(401);
            assertThat(tried("/engine-rest/task", wire.password())).isEqualTo(401);
            assertThat(tried(WEB, wire.password())).isEqualTo(401);

            assertThat(lines.all())
                    .filteredOn(line -> line.startsWith("account-locked"))
                    .hasSize(1);
            assertThat(lines.all())
                    .filteredOn(line -> line.contains("reason=locked"))
                    .hasSize(3);
            assertThat(lines.all())
                    .filteredOn(line -> line.contains("reason=wrong-password"))
                    .hasSize(10);
        }

        assertThat(wire.json("u000000supervisor", "POST", "/engine-rest/user/" + USER + "/unlock", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(tried(WEB, wire.password())).isEqualTo(401);
        assertThat(wire.json("admin", "POST", "/engine-rest/user/" + USER + "/unlock", "{}")
                        .status())
                .isEqualTo(204);
        assertThat(tried(WEB, wire.password())).isEqualTo(200);
    }

    @Test
    void anUnknownAndAWrongPasswordAnswerAlike() {
        Reply unknown = login("nobodyofthename", "wrong");
        Reply wrong = login(USER, "wrong");

        assertThat(wrong.status()).isEqualTo(unknown.status()).isEqualTo(401);
        assertThat(wrong.text()).isEqualTo(unknown.text());
    }

    /** Every place where a password is set asks the policy. */
    @ParameterizedTest
    @ValueSource(strings = {"short1!A", "alllowercase1!", "NoDigitsHere!!", "NoSpecial12345", "u460105staff!A1"})
    void weakPasswordsAreRefusedWherePasswordsAreSet(String weak) {
        String own = "{\"password\":\"%s\",\"authenticatedUserPassword\":\"%s\"}".formatted(weak, wire.password());
        String credentials = "/user/" + USER + "/credentials";

        assertThat(wire.json(USER, "PUT", "/engine-rest" + credentials, own).status())
                .isEqualTo(422);
        assertThat(WebSession.signIn(wire, USER)
                        .json("PUT", "/camunda/api/engine/engine/default" + credentials, own)
                        .status())
                .isEqualTo(422);
        assertThat(wire.json("admin", "PUT", "/engine-rest" + credentials, own).status())
                .isEqualTo(422);
        assertThat(tried("/api/units/310000", wire.password())).isEqualTo(200);
    }

    private int tried(String way, String password) {
        return way.equals(WEB)
                ? login(USER, password).status()
                : wire.send("GET", way, null, Wire.basic(USER, password)).status();
    }

    private Reply login(String user, String password) {
        return WebSession.ofNobody(wire).form(WEB, "username=%s&password=%s".formatted(user, password));
    }
}
