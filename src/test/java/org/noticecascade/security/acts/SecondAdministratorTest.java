package org.noticecascade.security.acts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestTime;
import org.noticecascade.WebSession;
import org.noticecascade.Wire;
import org.noticecascade.Wire.Reply;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Entry;
import org.noticecascade.ledger.Ledger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A service that asks for a second administrator, over HTTP; and what the first one may try to get round it. */
@ProcessTest
@Tag("own-engine")
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:second-administrator;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000;OPTIMIZE_REUSE_RESULTS=0",
            "cascade.administration.second-administrator=true",
            "cascade.administration.confirmation-within=12h"
        })
class SecondAdministratorTest {
    private static final String SECOND = "colleague";
    private static final String TWIN = "ADMIN";
    /** Accounts outside the directory: nobody puts persons of the directory into a unit's groups by hand. */
    private static final String PERSON = "guest1";

    private static final String OTHER_PERSON = "guest2";
    private static final String GROUP = "U310000STAFF";
    private static final String PENDING = "/api/administration/pending";
    private static final String PENDING_IN_SESSION = "/camunda/api/cascade/administration/pending";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Scenario scenario;

    @Autowired
    private TestTime time;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment environment;

    private IdentityService identities;
    private Wire wire;
    private long before;

    /** Nobody is signed in here: what the service does by itself is asked of nobody. */
    @BeforeEach
    void begin() {
        wire = new Wire(environment);
        identities = engine.getIdentityService();
        identities.clearAuthentication();
        end();
        for (String id : List.of(SECOND, TWIN)) {
            User user = identities.newUser(id);
            user.setFirstName("x");
            user.setLastName("y");
            user.setPassword(wire.password());
            identities.saveUser(user);
            identities.createMembership(id, "camunda-admin");
        }
        for (String id : List.of(PERSON, OTHER_PERSON)) {
            identities.saveUser(identities.newUser(id));
        }
        before = ledger.countWithoutNotice();
    }

    @AfterEach
    void end() {
        identities.clearAuthentication();
        time.backToStart();
        for (String id : List.of(PERSON, OTHER_PERSON, "admin")) {
            identities.deleteMembership(id, GROUP);
        }
        identities.deleteUser(SECOND);
        identities.deleteUser(TWIN);
        identities.deleteUser(PERSON);
        identities.deleteUser(OTHER_PERSON);
        jdbc.sql("delete from pending_act").update();
    }

    @Test
    void anActIsDoneOnceAfterASecondAdministratorHasConfirmedIt() {
        Reply asked = join(PERSON);
        assertThat(asked.status()).as(asked.text()).isEqualTo(409);
        assertThat(asked.message()).contains("另一位管理员");
        assertThat(asked.json().path("messageEn").asText()).contains("Another administrator");
        assertThat(join(PERSON).status()).isEqualTo(409);
        assertThat(isMember(PERSON)).isFalse();

        JsonNode waiting = onlyWaiting();
        assertThat(waiting.path("actor").asText()).isEqualTo("admin");
        assertThat(waiting.path("label").asText()).isEqualTo("加入用户组");
        assertThat(waiting.path("what").asText())
                .isEqualTo("CreateMembershipCmd{groupId=\"%s\", userId=\"%s\"}".formatted(GROUP, PERSON));
        assertThat(confirm(SECOND, waiting.path("id").asLong()).status()).isEqualTo(204);
        assertThat(isMember(PERSON)).as("confirming does nothing by itself").isFalse();

        assertThat(join(PERSON).status()).isEqualTo(204);
        assertThat(isMember(PERSON)).isTrue();
        identities.deleteMembership(PERSON, GROUP);
        assertThat(join(PERSON).status()).isEqualTo(409);
        assertThat(isMember(PERSON)).isFalse();

        assertThat(acts())
                .containsExactly(
                        Act.CONFIRMATION_ASKED,
                        Act.CONFIRMATION_GIVEN,
                        Act.CONFIRMATION_USED,
                        Act.MEMBERSHIP_ADDED,
                        Act.CONFIRMATION_ASKED);
        assertThat(entries().get(3).actor()).isEqualTo(SECOND);
        assertThat(entries().get(2).to()).contains("askedBy=admin", "confirmedBy=" + SECOND, PERSON, GROUP);
    }

    /** By another way in, from another browser, or with an account that differs in case only. */
    @Test
    void nobodyConfirmsTheirOwn() {
        join(PERSON);
        long id = onlyWaiting().path("id").asLong();
        WebSession one = WebSession.signIn(wire, "admin");
        WebSession another = WebSession.signIn(wire, "admin");

        assertThat(confirm("admin", id).status()).isEqualTo(403);
        assertThat(confirm(TWIN, id).status()).isEqualTo(403);
        for (WebSession session : List.of(one, another, WebSession.signIn(wire, TWIN))) {
            assertThat(session.json("POST", PENDING_IN_SESSION + "/" + id + "/confirm", "{}")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(confirm("Admin", id).status()).isEqualTo(401);
        assertThat(join(PERSON).status()).isEqualTo(409);
        assertThat(isMember(PERSON)).isFalse();
    }

    @Test
    void aColleagueConfirmsInTheBrowser() {
        WebSession asking = WebSession.signIn(wire, "admin");
        String path = "/camunda/api/engine/engine/default/group/%s/members/%s".formatted(GROUP, PERSON);
        assertThat(asking.json("PUT", path, "{}").status()).isEqualTo(409);
        WebSession colleague = WebSession.signIn(wire, SECOND);
        JsonNode items = colleague.get(PENDING_IN_SESSION).json().path("items");
        assertThat(items).hasSize(1);
        String confirming = PENDING_IN_SESSION + "/" + items.get(0).path("id").asLong() + "/confirm";

        assertThat(colleague.forged("POST", confirming, "{}").status()).isNotEqualTo(204);
        colleague = WebSession.signIn(wire, SECOND);
        assertThat(colleague.json("POST", confirming, "{}").status()).isEqualTo(204);
        assertThat(colleague.json("POST", confirming, "{}").status()).isEqualTo(409);
        assertThat(colleague.json("PUT", path, "{}").status())
                .as("a confirmation is for who asked")
                .isEqualTo(409);

        assertThat(asking.json("PUT", path, "{}").status()).isEqualTo(204);
    }

    @Test
    void ordinaryPeopleSeeAndConfirmNothing() {
        join(PERSON);
        long id = onlyWaiting().path("id").asLong();

        for (String user : List.of("u640104lead", "u000000staff", "u640106supervisor")) {
            assertThat(wire.json(user, "GET", PENDING, null).status()).isEqualTo(403);
            assertThat(confirm(user, id).status()).isEqualTo(403);
            assertThat(wire.json(user, "DELETE", PENDING + "/" + id, null).status())
                    .isEqualTo(403);
            assertThat(wire.json(user, "PUT", "/engine-rest/group/%s/members/%s".formatted(GROUP, user), "{}")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(confirm(null, id).status()).isEqualTo(401);
        onlyWaiting();
    }

    @Test
    void aConfirmationIsForNothingElse() {
        join(PERSON);
        confirm(SECOND, onlyWaiting().path("id").asLong());

        assertThat(join(OTHER_PERSON).status()).isEqualTo(409);
        assertThat(wire.json("admin", "PUT", "/engine-rest/group/U320000STAFF/members/" + PERSON, "{}")
                        .status())
                .isEqualTo(409);
        assertThat(wire.json("admin", "DELETE", "/engine-rest/group/%s/members/%s".formatted(GROUP, PERSON), null)
                        .status())
                .isEqualTo(409);
        assertThat(waiting()).hasSize(4);
        assertThat(join(PERSON).status()).isEqualTo(204);
    }

    @Test
    void asksForAdministratorsForOneselfAndNotForOtherGroups() {
        identities.saveGroup(identities.newGroup("Readers"));
        try {
            assertThat(put("/group/camunda-admin/members/" + PERSON)).isEqualTo(409);
            assertThat(delete("/group/camunda-admin/members/" + SECOND)).isEqualTo(409);
            assertThat(put("/group/Readers/members/admin")).isEqualTo(409);
            assertThat(put("/group/Readers/members/" + PERSON)).isEqualTo(204);
            assertThat(delete("/group/Readers")).isEqualTo(409);
            assertThat(delete("/user/" + PERSON)).isEqualTo(409);
            assertThat(identities.createUserQuery().userId(PERSON).count()).isOne();
        } finally {
            identities.deleteGroup("Readers");
        }
    }

    /** A unit of one's own is no other. */
    @Test
    void asksNothingForTheAdministratorsOwnUnit() {
        identities.createMembership("admin", GROUP);

        assertThat(join(PERSON).status()).isEqualTo(204);
        assertThat(put("/group/U310000LEAD/members/" + OTHER_PERSON)).isIn(204, 404, 500);
        assertThat(put("/group/U320000STAFF/members/" + PERSON)).isEqualTo(409);
    }

    /** Who sets a colleague's password could confirm in their name. */
    @Test
    void asksBeforeAnotherAdministratorsAccountIsChanged() {
        String password = "{\"password\":\"Grape-harvest-71-lamp\",\"authenticatedUserPassword\":\"%s\"}"
                .formatted(wire.password());
        Reply refused = wire.json("admin", "PUT", "/engine-rest/user/%s/credentials".formatted(SECOND), password);

        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(onlyWaiting().path("what").asText())
                .contains("password=(new)")
                .doesNotContain("Grape");
        assertThat(onlyWaiting().toString()).doesNotContain("Grape");
        assertThat(wire.json(SECOND, "GET", PENDING, null).status()).isEqualTo(200);
        assertThat(wire.json(
                                "admin",
                                "PUT",
                                "/engine-rest/user/%s/profile".formatted(PERSON),
                                "{\"id\":\"%s\",\"firstName\":\"x\",\"lastName\":\"y\"}".formatted(SECOND))
                        .status())
                .isEqualTo(409);
        assertThat(wire.json(SECOND, "PUT", "/engine-rest/user/%s/credentials".formatted(SECOND), password)
                        .status())
                .as("one's own")
                .isEqualTo(204);
    }

    @Test
    void aRefusedOrTakenBackActHasToBeAskedAnew() {
        join(PERSON);
        long id = onlyWaiting().path("id").asLong();
        assertThat(wire.json(SECOND, "DELETE", PENDING + "/" + id, null).status())
                .isEqualTo(204);
        assertThat(waiting()).isEmpty();
        assertThat(confirm(SECOND, id).status()).isEqualTo(404);
        join(PERSON);
        confirm(SECOND, onlyWaiting().path("id").asLong());
        assertThat(wire.json(
                                "admin",
                                "DELETE",
                                PENDING + "/" + onlyWaiting().path("id").asLong(),
                                null)
                        .status())
                .isEqualTo(204);

        assertThat(join(PERSON).status()).isEqualTo(409);
        assertThat(acts()).contains(Act.CONFIRMATION_REFUSED);
    }

    @Test
    void aConfirmationExpires() {
        join(PERSON);
        long id = onlyWaiting().path("id").asLong();
        confirm(SECOND, id);
        time.moveTo(TestTime.START.plusDays(1));

        assertThat(confirm(SECOND, id).status()).isEqualTo(404);
        assertThat(join(PERSON).status()).isEqualTo(409);
        assertThat(onlyWaiting().path("id").asLong()).isNotEqualTo(id);
        assertThat(isMember(PERSON)).isFalse();
    }

    @Test
    void deletionsAndModificationsWaitWithAllThatTheyDo() {
        String instance = anInstance().getId();
        String path = "/engine-rest/process-instance/" + instance;

        assertThat(wire.json("admin", "DELETE", path, null).status()).isEqualTo(409);
        JsonNode waiting = onlyWaiting();
        assertThat(waiting.path("what").asText()).contains(instance, "skipCustomListeners=false");
        assertThat(waiting.path("present").asText()).contains("provincial-plan");
        confirm(SECOND, waiting.path("id").asLong());
        assertThat(wire.json("admin", "DELETE", path + "?skipCustomListeners=true", null)
                        .status())
                .isEqualTo(409);
        assertThat(wire.json("admin", "POST", path + "/modification", modification(instance, "a"))
                        .status())
                .isEqualTo(409);
        assertThat(wire.json(
                                "admin",
                                "POST",
                                "/engine-rest/process-instance/delete",
                                "{\"processInstanceIds\":[\"%s\"],\"deleteReason\":\"x\"}".formatted(instance))
                        .status())
                .isEqualTo(409);
        Reply byQuery =
                wire.json("admin", "POST", "/engine-rest/process-instance/delete", "{\"processInstanceQuery\":{}}");
        assertThat(byQuery.status()).as(byQuery.text()).isEqualTo(422);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isOne();

        assertThat(wire.json("admin", "DELETE", path, null).status()).isEqualTo(204);
        scenario.removeAllNotices();
    }

    @Test
    void ofManyAtOnceOnlyOnePasses() throws Exception {
        String instance = anInstance().getId();
        String path = "/engine-rest/process-instance/%s/modification".formatted(instance);
        String body = modification(instance, "once");
        List<Integer> asked = atOnce(6, path, body);
        assertThat(asked).containsOnly(409);
        confirm(SECOND, onlyWaiting().path("id").asLong());
        long tasks = tasks(instance);

        List<Integer> done = atOnce(6, path, body);

        assertThat(done.stream().filter(status -> status == 204)).as("%s", done).hasSize(1);
        assertThat(done.stream().filter(status -> status == 409)).as("%s", done).hasSize(5);
        assertThat(tasks(instance)).isEqualTo(tasks + 1);
        assertThat(onlyWaiting().path("confirmedBy").isNull()).isTrue();
        scenario.removeAllNotices();
    }

    /** A confirmation is used up with the act, not by a failure. */
    @Test
    void aFailedActKeepsItsConfirmation() {
        String instance = anInstance().getId();
        String path = "/engine-rest/process-instance/%s/modification".formatted(instance);
        String body = "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"nothing\"}]}";
        wire.json("admin", "POST", path, body);
        confirm(SECOND, onlyWaiting().path("id").asLong());

        assertThat(wire.json("admin", "POST", path, body).status()).isIn(400, 500);

        assertThat(onlyWaiting().path("confirmedBy").asText()).isEqualTo(SECOND);
        assertThat(acts()).doesNotContain(Act.CONFIRMATION_USED);
        scenario.removeAllNotices();
    }

    /** An import makes memberships of every unit. */
    @Test
    void anImportedFileIsConfirmedByItsHash() {
        assertThat(imported("张", true)).isEqualTo(202);
        assertThat(imported("张", false)).isEqualTo(409);
        JsonNode waiting = onlyWaiting();
        assertThat(waiting.path("what").asText()).contains("persons.csv", "sha256=");
        confirm(SECOND, waiting.path("id").asLong());

        assertThat(imported("李", false)).isEqualTo(409);
        assertThat(imported("张", false)).isEqualTo(202);
        assertThat(imported("张", false)).isEqualTo(409);
    }

    /** Without a row that could be written. */
    private int imported(String column, boolean dryRun) {
        String text = "--acts\r\nContent-Disposition: form-data; name=\"file\"; filename=\"persons.csv\"\r\n\r\n"
                + "user_id,unit_code,name,role,%s\n\r\n--acts--\r\n".formatted(column);
        String[] headers = Stream.concat(
                        Stream.of(wire.basic("admin")), Stream.of("Content-Type", "multipart/form-data; boundary=acts"))
                .toArray(String[]::new);
        return wire.send("POST", "/api/imports?dryRun=" + dryRun, text.getBytes(StandardCharsets.UTF_8), headers)
                .status();
    }

    private ProcessInstance anInstance() {
        return scenario.instance(scenario.issueTo("640000"), "640000");
    }

    private String modification(String instance, String annotation) {
        String activity = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getTaskDefinitionKey();
        return "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"%s\"}],\"annotation\":\"%s\"}"
                .formatted(activity, annotation);
    }

    private long tasks(String instance) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .count();
    }

    private List<Integer> atOnce(int times, String path, String body) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                calls.add(threads.submit(
                        () -> wire.json("admin", "POST", path, body).status()));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> call : calls) {
                statuses.add(call.get());
            }
            return statuses;
        } finally {
            threads.shutdown();
        }
    }

    private Reply join(String person) {
        return wire.json("admin", "PUT", "/engine-rest/group/%s/members/%s".formatted(GROUP, person), "{}");
    }

    private int put(String path) {
        return wire.json("admin", "PUT", "/engine-rest" + path, "{}").status();
    }

    private int delete(String path) {
        return wire.json("admin", "DELETE", "/engine-rest" + path, null).status();
    }

    private Reply confirm(String user, long id) {
        String[] headers = user == null ? new String[0] : wire.basic(user);
        return wire.send("POST", PENDING + "/" + id + "/confirm", new byte[0], headers);
    }

    private JsonNode waiting() {
        return wire.json(SECOND, "GET", PENDING, null).json().path("items");
    }

    private JsonNode onlyWaiting() {
        assertThat(waiting()).as("%s", waiting()).hasSize(1);
        return waiting().get(0);
    }

    private boolean isMember(String person) {
        return identities.createGroupQuery().groupMember(person).groupId(GROUP).count() > 0;
    }

    /** The oldest first. */
    private List<Act> acts() {
        List<Act> acts = new ArrayList<>(entries().stream().map(Entry::act).toList());
        Collections.reverse(acts);
        return acts;
    }

    private List<Entry> entries() {
        int count = (int) (ledger.countWithoutNotice() - before);
        return count == 0 ? List.of() : ledger.withoutNotice(0, count);
    }
}
