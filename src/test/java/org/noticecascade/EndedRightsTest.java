package org.noticecascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.Wire.Reply;
import org.noticecascade.deputy.Deputies;
import org.noticecascade.deputy.process.StandingIn;
import org.noticecascade.directory.DirectoryImport;
import org.noticecascade.directory.ImportProgress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody claims a task, and then the role ends: at once they read no more of it than whoever never had it. */
@ProcessTest
class EndedRightsTest {
    private static final String UNIT = "640100";
    private static final String STAFF = "u640100staff";
    private static final String SUPERVISOR = "u640100supervisor";
    /** Of another province, to which the notice did not go. */
    private static final String STRANGER = "u460000staff";

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    /** Calls of the engine that name the task. */
    private static final List<String> OF_THE_TASK = List.of(
            "/task/$task",
            "/task/$task/variables",
            "/task/$task/localVariables",
            "/task/$task/form",
            "/task/$task/form-variables",
            "/task/$task/deployed-form",
            "/task/$task/rendered-form",
            "/task/$task/identity-links",
            "/task/$task/comment",
            "/process-instance/$instance",
            "/process-instance/$instance/variables",
            "/history/process-instance/$instance");

    /** Calls of the engine that could find the task or its process. */
    private static final List<String> LISTS = List.of(
            "/task",
            "/task?assignee=$me",
            "/task?involvedUser=$me",
            "/task?candidateUser=$me&includeAssignedTasks=true",
            "/task?processInstanceId=$instance",
            "/process-instance?processInstanceIds=$instance",
            "/execution?processInstanceId=$instance",
            "/variable-instance?processInstanceIdIn=$instance",
            "/history/task?taskId=$task",
            "/history/task?taskAssignee=$me",
            "/history/task?taskInvolvedUser=$me",
            "/history/activity-instance?taskAssignee=$me",
            "/history/process-instance?processInstanceId=$instance",
            "/history/variable-instance?processInstanceId=$instance",
            "/history/identity-link-log?taskId=$task");

    @Autowired
    private Environment environment;

    @Autowired
    private Scenario scenario;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private DirectoryImport imports;

    @Autowired
    private Deputies deputies;

    @Autowired
    private StandingIn standingIn;

    @Autowired
    private JdbcClient jdbc;

    private Wire wire;
    private final Map<String, String> names = new LinkedHashMap<>();

    @BeforeEach
    void handTheNoticeDown() {
        wire = new Wire(environment);
        long notice = scenario.issueTo("640000", "310000");
        scenario.plan(notice, "640000");
        scenario.sign(notice, UNIT);
        names.put("$notice", String.valueOf(notice));
        names.put("$part", String.valueOf(scenario.assignment(notice, UNIT).id()));
        names.put("$task", scenario.task(notice, UNIT, "scheduleSession").getId());
        names.put("$instance", scenario.instance(notice, UNIT).getId());
        names.put("$document", document(notice));
        names.put("$draftDocument", "987654321");
        names.put("$draft", "987654321");
        names.put("$file", file());
    }

    @AfterEach
    void everybodyIsBack() {
        jdbc.sql("update person set active = true where user_id = :staff")
                .param("staff", STAFF)
                .update();
        move(STAFF, UNIT);
        identity.unlockUser(STAFF);
        jdbc.sql("delete from deputy").update();
        standingIn.look();
    }

    @Test
    void theClaimWritesNoGrantToThePerson() {
        claimed(STAFF);

        assertThat(authorizations.createAuthorizationQuery().userIdIn(STAFF).list())
                .extracting(grant -> grant.getResourceType())
                .doesNotContain(Resources.TASK.resourceType(), Resources.HISTORIC_TASK.resourceType());
    }

    @Test
    void moved() {
        WebSession before = claimed(STAFF);

        move(STAFF, "460000");

        WebSession session = assertGone(before, STAFF);
        for (List<String> row : reading()) {
            Reply stranger = ours(STRANGER, row.get(1));
            Reply reply = ours(STAFF, row.get(1));
            assertThat(reply.status()).as("%s: %s", row, reply.text()).isEqualTo(stranger.status());
            assertThat(session.get("/camunda/api/cascade" + filled(row.get(1), STAFF))
                            .status())
                    .as("%s", row)
                    .isEqualTo(stranger.status());
        }
    }

    /** The engine would go on offering what somebody holds whom nothing has told that the role is gone. */
    @Test
    void movedWithTheClaimStillOnTheTask() {
        WebSession session = claimed(STAFF);
        move(STAFF, "460000");
        tasks.setAssignee(names.get("$task"), STAFF);

        assertGone(session, STAFF);
    }

    @Test
    void exDeputy() {
        deputies.name(STAFF, SUPERVISOR, TestTime.START, TestTime.START);
        WebSession session = claimed(SUPERVISOR);

        deputies.remove(STAFF, TestTime.START);

        assertGone(session, SUPERVISOR);
        for (List<String> row : reading()) {
            if (row.get(1).contains("$task")) {
                assertThat(ours(SUPERVISOR, row.get(1)).status()).as("%s", row).isEqualTo(404);
            }
        }
    }

    @Test
    void deactivated() {
        WebSession session = claimed(STAFF);

        jdbc.sql("update person set active = false where user_id = :staff")
                .param("staff", STAFF)
                .update();

        assertNobody(session);
    }

    @Test
    void deleted() {
        WebSession session = claimed(STAFF);
        User deleted = identity.createUserQuery().userId(STAFF).singleResult();

        identity.deleteUser(STAFF);
        try {
            assertNobody(session);
        } finally {
            User again = identity.newUser(STAFF);
            again.setFirstName(deleted.getFirstName());
            again.setLastName(deleted.getLastName());
            again.setEmail(deleted.getEmail());
            again.setPassword(wire.password());
            identity.saveUser(again);
            identity.createMembership(STAFF, "U640100STAFF");
        }
    }

    /** Signs in, claims the task and sees it on every way: what follows would prove nothing otherwise. */
    private WebSession claimed(String user) {
        WebSession session = WebSession.signIn(wire, user);
        tasks.setAssignee(names.get("$task"), user);
        assertThat(session.get(filled(ENGINE + "/task/$task", user)).status()).isEqualTo(200);
        assertThat(session.get(filled(ENGINE + "/task?assignee=$me", user)).text())
                .contains(names.get("$task"));
        assertThat(ours(user, "/tasks/$task").status()).isEqualTo(200);
        return session;
    }

    /** The session has ended with the role; a new one shows nothing of it. */
    private WebSession assertGone(WebSession before, String user) {
        assertThat(before.get(filled(ENGINE + "/task/$task", user)).status()).isEqualTo(401);
        WebSession session = WebSession.signIn(wire, user);
        for (String path : OF_THE_TASK) {
            Reply reply = session.get(filled(ENGINE + path, user));
            assertThat(reply.status()).as("%s: %s", path, reply.text()).isIn(403, 404);
        }
        assertThat(session.get(filled(ENGINE + "/task/$task", user)).status()).isEqualTo(404);
        for (String path : LISTS) {
            String text = session.get(filled(ENGINE + path, user)).text();
            assertThat(text).as(path).doesNotContain(names.get("$instance"));
        }
        String query = "{\"processInstanceId\":\"%s\"}".formatted(names.get("$instance"));
        assertThat(session.json("POST", ENGINE + "/task", query).text()).doesNotContain(names.get("$task"));
        assertThat(ours(user, "/tasks/$task").status()).isEqualTo(404);
        assertThat(session.get("/camunda/api/cascade/tasks/" + names.get("$task"))
                        .status())
                .isEqualTo(404);
        return session;
    }

    private void assertNobody(WebSession session) {
        for (List<String> row : reading()) {
            assertThat(ours(STAFF, row.get(1)).status()).as("%s", row).isEqualTo(401);
            assertThat(session.get("/camunda/api/cascade" + filled(row.get(1), STAFF))
                            .status())
                    .as("%s", row)
                    .isEqualTo(401);
        }
        for (String path : OF_THE_TASK) {
            Reply reply = session.get(filled(ENGINE + path, STAFF));
            assertThat(reply.status()).as("%s: %s", path, reply.text()).isEqualTo(401);
        }
        for (String path : LISTS) {
            assertThat(session.get(filled(ENGINE + path, STAFF)).status())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    /** Every reading endpoint of ours. */
    private static List<List<String>> reading() {
        return ForeignUnitTest.TABLE.stream()
                .filter(row -> row.get(0).startsWith("GET "))
                .toList();
    }

    private Reply ours(String user, String path) {
        return wire.json(user, "GET", "/api" + filled(path, user), null);
    }

    private String filled(String path, String user) {
        String filled = path.replace("$me", user);
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replaceAll("\\" + name.getKey() + "\\b", name.getValue());
        }
        return filled;
    }

    private void move(String user, String unit) {
        String file = "user_id,unit_code,name,role,email,phone,language\n"
                + jdbc.sql(
                                "select user_id || ',' || :unit || ',' || name || ',staff,' || coalesce(email, '') || ',' || coalesce(phone, '') || ',' || language"
                                        + " from person where user_id = :user")
                        .param("unit", unit)
                        .param("user", user)
                        .query(String.class)
                        .single();
        assertThat(imports.run("p.csv", file.getBytes(StandardCharsets.UTF_8), false, ImportProgress.NONE)
                        .problems())
                .isEmpty();
    }

    private String document(long of) {
        return jdbc.sql("select id from attachment where notice_id = :notice")
                .param("notice", of)
                .query(String.class)
                .single();
    }

    private String file() {
        String[] basic = wire.basic(STAFF);
        Reply reply = wire.send(
                "POST",
                "/api/tasks/" + names.get("$task") + "/files",
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\r\n--x--\r\n"
                        .getBytes(StandardCharsets.UTF_8),
                basic[0],
                basic[1],
                "Content-Type",
                "multipart/form-data; boundary=x");
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("id").asText();
    }
}
