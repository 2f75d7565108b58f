package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.ProcessTest;
import org.noticecascade.WebSession;
import org.noticecascade.Wire;
import org.noticecascade.Wire.Reply;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Guessing a password: growing pauses for whoever guesses, whichever way it is tried, and never a lock. */
@ProcessTest
class SignInLockTest {
    private static final String USER = "u460105staff";
    private static final String WEB = "/camunda/api/admin/auth/user/default/login/tasklist";
    private static final String MACHINES = "/api/units/310000";

    @Autowired
    private Environment environment;

    @Autowired
    private IdentityService identities;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CascadeClock clock;

    @Autowired
    private PasswordGate gate;

    private Wire wire;

    @BeforeEach
    void connect() {
        wire = new Wire(environment);
        forgive();
    }

    @AfterEach
    void forgive() {
        clock.shiftBy(clock.offset().plus(Duration.ofHours(2)));
        gate.forgive(USER);
    }

    @ParameterizedTest
    @ValueSource(strings = {MACHINES, "/actuator/info", WEB})
    void theFourthGuessPausesEveryWayInAndTimeEndsThePause(String way) {
        for (int guess = 1; guess <= 3; guess++) {
            assertThat(tried(way, "wrong" + guess)).isEqualTo(401);
        }
        for (String other : List.of(MACHINES, "/actuator/info", WEB)) {
            assertThat(tried(other, wire.password())).as(other).isEqualTo(401);
        }

        clock.shiftBy(clock.offset().plusSeconds(3));

        assertThat(tried(way, wire.password())).isIn(200, 403);
        assertThat(tried(MACHINES, wire.password())).isEqualTo(200);
    }

    @Test
    void aPausedCallerIsToldWhenToComeAgainAndTheLogWhy() {
        try (SecurityLines lines = new SecurityLines()) {
            for (int guess = 1; guess <= 3; guess++) {
                login(USER, "wrong" + guess);
            }

            Reply paused = login(USER, wire.password());

            assertThat(paused.status()).isEqualTo(401);
            assertThat(paused.headers().firstValue("Retry-After").map(Integer::valueOf))
                    .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(1, 3));
            assertThat(lines.all())
                    .filteredOn(line -> line.startsWith("sign-in-failed reason=too-many-failures account=\"" + USER))
                    .hasSize(1);
        }
    }

    @Test
    void afterAHundredGuessesAMinuteIsEnoughAndNoAdministratorIsNeeded() {
        for (int guess = 1; guess <= 100; guess++) {
            assertThat(tried(guess % 2 == 0 ? WEB : MACHINES, "wrong" + guess)).isEqualTo(401);
        }

        clock.shiftBy(clock.offset().plus(Duration.ofSeconds(61)));

        assertThat(tried(WEB, wire.password())).isEqualTo(200);
    }

    /** As the release before left it in the database. */
    @Test
    void anAccountThatTheEngineHadLockedForEverIsOpen() {
        jdbc.sql("update ACT_ID_USER set ATTEMPTS_ = 10 where ID_ = ?")
                .param(USER)
                .update();

        assertThat(tried(WEB, wire.password())).isEqualTo(200);
        assertThat(jdbc.sql("select ATTEMPTS_ from ACT_ID_USER where ID_ = ?")
                        .param(USER)
                        .query(Integer.class)
                        .single())
                .isLessThanOrEqualTo(10);
    }

    @Test
    void anAdministratorEndsThePause() {
        for (int guess = 1; guess <= 3; guess++) {
            tried(WEB, "wrong" + guess);
        }
        assertThat(tried(WEB, wire.password())).isEqualTo(401);

        identities.unlockUser(USER);

        assertThat(tried(WEB, wire.password())).isEqualTo(200);
    }

    /** The engine kept SHA-512 before, which a graphics card tries by the billion. */
    @Test
    void anOldHashIsRenewedWhenItsPersonSignsIn() {
        String salt = "AAAAAAAAAAAAAAAAAAAAAA==";
        String old = "{SHA-512}" + new Sha512HashDigest().encrypt(wire.password() + salt);
        jdbc.sql("update ACT_ID_USER set PWD_ = ?, SALT_ = ? where ID_ = ?")
                .params(old, salt, USER)
                .update();

        assertThat(tried(MACHINES, "wrong")).isEqualTo(401);
        assertThat(stored()).isEqualTo(old);
        assertThat(tried(MACHINES, wire.password())).isEqualTo(200);

        assertThat(stored()).startsWith("{bcrypt-sha256}$2a$10$").hasSizeLessThan(255);
        assertThat(tried(MACHINES, wire.password())).isEqualTo(200);
        assertThat(tried(MACHINES, "wrong")).isEqualTo(401);
    }

    @Test
    void callsWithHttpBasicDoNotPayTheSlowHashEachTime() {
        tried(MACHINES, wire.password());
        long begun = System.nanoTime();
        identities.checkPassword(USER, wire.password());
        long known = System.nanoTime() - begun;

        begun = System.nanoTime();
        identities.checkPassword(USER, "another");
        long hashed = System.nanoTime() - begun;

        assertThat(known).as("known %s, hashed %s", known, hashed).isLessThan(hashed / 2);
    }

    private String stored() {
        return jdbc.sql("select PWD_ from ACT_ID_USER where ID_ = ?")
                .param(USER)
                .query(String.class)
                .single();
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
    @CsvSource({
        "short1!A, 至少 10 个字符",
        "alllowercase1!, 含大写字母",
        "NoDigitsHere!!, 含数字",
        "NoSpecial12345, 含符号",
        "u460105staff!A1, 不含姓名、用户名或邮箱",
        "Password1!, 不易被猜到",
        "Woaini1314!, 不易被猜到",
        "Wang13812345678!, 不易被猜到"
    })
    void weakPasswordsAreRefusedWherePasswordsAreSetAndTheBrokenRuleIsNamed(String weak, String rule) {
        String own = "{\"password\":\"%s\",\"authenticatedUserPassword\":\"%s\"}".formatted(weak, wire.password());
        String credentials = "/user/" + USER + "/credentials";

        assertThat(WebSession.signIn(wire, USER)
                        .json("PUT", "/camunda/api/engine/engine/default" + credentials, own)
                        .status())
                .isEqualTo(422);
        Reply refused =
                WebSession.signIn(wire, "admin").json("PUT", "/camunda/api/engine/engine/default" + credentials, own);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.message()).contains(rule);
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
