package org.noticecascade.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.Wire;
import org.noticecascade.Wire.Reply;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ending a person or a unit over HTTP: what ends with it, what stands against it, and who may. */
@ProcessTest
class StatusTest {
    private static final String UNIT = "640100";
    private static final String STAFF = "u640100staff";
    private static final String PERSON = "/api/persons/" + STAFF + "/status";

    @Autowired
    private Environment environment;

    @Autowired
    private Scenario scenario;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Wire wire;

    @BeforeEach
    void connect() {
        wire = new Wire(environment);
    }

    @AfterEach
    void everybodyIsBack() {
        if (people.isDeactivated(STAFF)) {
            assertThat(put(PERSON, true).status()).isEqualTo(204);
        }
    }

    @Test
    void whoEndsCannotSignInAndGivesTasksBack() {
        long notice = scenario.issueTo("640000");
        scenario.plan(notice, "640000");
        scenario.sign(notice, UNIT);
        String task = scenario.task(notice, UNIT, "scheduleSession").getId();
        tasks.claim(task, STAFF);
        assertThat(wire.send("GET", "/api/notices", null, wire.basic(STAFF)).status())
                .isEqualTo(200);

        assertThat(put(PERSON, false).status()).isEqualTo(204);

        assertThat(wire.send("GET", "/api/notices", null, wire.basic(STAFF)).status())
                .isEqualTo(401);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
        assertThat(groups(STAFF)).isEmpty();
        assertThat(people.of(UNIT, Role.STAFF)).extracting("userId").doesNotContain(STAFF);
        assertThat(people.nameOf(STAFF)).as("names stay").isNotEqualTo(STAFF);
        assertThat(jdbc.sql("select count(*) from ledger where act = 'PERSON_IMPORTED' and actor = 'admin'"
                                + " and target = 'person=" + STAFF + "'")
                        .query(Integer.class)
                        .single())
                .isPositive();

        assertThat(put(PERSON, true).status()).isEqualTo(204);
        assertThat(groups(STAFF)).containsExactly("U640100STAFF");
        assertThat(wire.send("GET", "/api/notices", null, wire.basic(STAFF)).status())
                .isEqualTo(200);
    }

    @Test
    void aUnitThatStillWorksDoesNotEnd() {
        scenario.issueTo("640000");

        Reply reply = put("/api/units/640000/status", false);

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.detail()).contains("在用的下级单位", "在用人员", "1 份通知未办结");
        assertThat(put("/api/units/nothing/status", false).status()).isEqualTo(404);
        assertThat(put("/api/persons/nothing/status", false).status()).isEqualTo(404);
        assertThat(wire.json("admin", "PUT", PERSON, "{}").status()).isEqualTo(422);
    }

    @Test
    void onlyAdministratorsEndAnybody() {
        for (String user : List.of("u000000supervisor", "u000000lead", "u640000lead", STAFF)) {
            assertThat(wire.json(user, "PUT", PERSON, "{\"active\":false}").status())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(people.isDeactivated(STAFF)).isFalse();
    }

    /** The directory would say otherwise: mails would go on, and the next import would take it back. */
    @Test
    void anAdministratorChangesNoPersonsAccountInTheEngine() {
        assertRefused(wire.json("admin", "DELETE", "/engine-rest/user/" + STAFF, null), "状态");
        assertRefused(
                wire.json("admin", "PUT", "/engine-rest/group/U000000SUPERVISOR/members/" + STAFF, null), "用户组未作更改");
        assertRefused(
                wire.json("admin", "DELETE", "/engine-rest/group/U640100STAFF/members/" + STAFF, null), "用户组未作更改");
        assertThat(groups(STAFF)).containsExactly("U640100STAFF");
    }

    private static void assertRefused(Reply reply, String words) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(409);
        assertThat(reply.message()).contains(words);
    }

    private Reply put(String path, boolean active) {
        return wire.json("admin", "PUT", path, "{\"active\":%s}".formatted(active));
    }

    private List<String> groups(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }
}
