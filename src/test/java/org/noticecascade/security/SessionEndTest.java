package org.noticecascade.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.WebSession;
import org.noticecascade.Wire;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A session ends with the next call after its account has changed. Every change is made in the database alone, as
 * another node would make it: nothing in this process is told.
 */
@ProcessTest
class SessionEndTest {
    private static final String USER = "u460105lead";
    private static final String WORK = "/camunda/api/cascade/notices";

    @Autowired
    private Environment environment;

    @Autowired
    private IdentityService identities;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AccountStamps stamps;

    @Autowired
    private UserSessions sessions;

    private Wire wire;
    private WebSession session;
    private User before;

    @BeforeEach
    void signIn() {
        wire = new Wire(environment);
        session = WebSession.signIn(wire, USER);
        before = identities.createUserQuery().userId(USER).singleResult();
        assertThat(session.get(WORK).status()).isEqualTo(200);
    }

    @AfterEach
    void putBack() {
        jdbc.sql("update person set active = true where user_id = ?")
                .param(USER)
                .update();
        jdbc.sql("update ACT_ID_USER set LOCK_EXP_TIME_ = null, PWD_ = (select PWD_ from ACT_ID_USER where ID_ ="
                        + " 'u000000staff'), SALT_ = (select SALT_ from ACT_ID_USER where ID_ = 'u000000staff')"
                        + " where ID_ = ?")
                .param(USER)
                .update();
    }

    @Test
    void withAPasswordChange() {
        User user = identities.createUserQuery().userId(USER).singleResult();
        user.setPassword("Another-2026-word");
        identities.saveUser(user);

        assertEnded();
    }

    @Test
    void withALock() {
        jdbc.sql("update ACT_ID_USER set LOCK_EXP_TIME_ = timestamp '2999-01-01 00:00:00' where ID_ = ?")
                .param(USER)
                .update();

        assertEnded();
        assertThat(wire.json(USER, "GET", "/api/notices", null).status()).isEqualTo(401);
    }

    @Test
    void withADeactivationAndMachinesAreOutToo() {
        assertThat(wire.json(USER, "GET", "/api/notices", null).status()).isEqualTo(200);
        jdbc.sql("update person set active = false where user_id = ?")
                .param(USER)
                .update();

        assertEnded();
        assertThat(wire.json(USER, "GET", "/api/notices", null).status()).isEqualTo(401);
    }

    @Test
    void withADeletion() {
        identities.deleteUser(USER);
        try {
            assertEnded();
        } finally {
            User again = identities.newUser(USER);
            again.setFirstName(before.getFirstName());
            again.setLastName(before.getLastName());
            again.setEmail(before.getEmail());
            identities.saveUser(again);
            identities.createMembership(USER, "U460105LEAD");
        }
    }

    @Test
    void withALostAndWithANewRole() {
        identities.deleteMembership(USER, "U460105LEAD");
        try {
            assertEnded();
            session = WebSession.signIn(wire, USER);
            assertThat(session.get(WORK).status()).isEqualTo(200);
        } finally {
            identities.createMembership(USER, "U460105LEAD");
        }
        assertEnded();
    }

    @Test
    void pagesGoOnAsForNobodyAndANewSignInWorks() {
        identities.deleteMembership(USER, "U460105LEAD");
        identities.createMembership(USER, "U460105LEAD");
        jdbc.sql("update user_session set ended_at = since where user_id = ?")
                .param(USER)
                .update();

        assertThat(session.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        assertThat(session.get(WORK).status()).isEqualTo(401);
        assertThat(WebSession.signIn(wire, USER).get(WORK).status()).isEqualTo(200);
    }

    @Test
    void aPersonSeesTheirSessionsAndEndsAnyOfThem() {
        WebSession other = WebSession.signIn(wire, USER);
        assertThat(other.get(WORK).status()).isEqualTo(200);

        JsonNode mine = other.get("/camunda/api/cascade/sessions").json();
        List<JsonNode> others = mine.findParents("id").stream()
                .filter(one -> !one.path("current").asBoolean())
                .toList();

        assertThat(mine.findParents("id").size() - others.size()).isEqualTo(1);
        assertThat(others).isNotEmpty().allSatisfy(one -> {
            assertThat(one.path("address").asText()).isEqualTo("127.0.0.1");
            assertThat(one.path("since").asText()).isNotBlank();
        });
        for (JsonNode one : others) {
            String path = "/camunda/api/cascade/sessions/" + one.path("id").asText();
            assertThat(WebSession.signIn(wire, "u460105staff")
                            .json("DELETE", path, "")
                            .status())
                    .as("somebody else's")
                    .isEqualTo(404);
            assertThat(other.json("DELETE", path, "").status()).isEqualTo(204);
        }
        assertEnded();
        assertThat(other.get(WORK).status()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheRowToo() {
        int open = sessions.of(USER).size();

        session.json("POST", "/camunda/api/admin/auth/user/default/logout", "");

        assertThat(sessions.of(USER)).hasSize(open - 1);
    }

    @Test
    void askingTakesOneShortStatement() {
        String id = sessions.of(USER).get(0).id();
        for (int i = 0; i < 200; i++) {
            stamps.of(USER, id);
        }
        long begun = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            assertThat(stamps.of(USER, id)).isPresent();
        }
        long micros = (System.nanoTime() - begun) / 1_000_000;

        System.out.println("A stamp takes " + micros + " microseconds on H2");
        assertThat(micros).isLessThan(50_000);
    }

    private void assertEnded() {
        assertThat(session.get(WORK).status()).isEqualTo(401);
        assertThat(session.get("/camunda/api/engine/engine/default/task").status())
                .isEqualTo(401);
    }
}
