package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.WebSession;
import org.noticecascade.Wire;
import org.noticecascade.Wire.Reply;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What the engine's own REST API lets people do, on the machine clients' way and on the browser's. */
@ProcessTest
class EngineRestTest {
    private static final String NINGXIA = "640000";
    private static final String SHANGHAI = "310000";
    private static final String YINCHUAN = "640100";
    private static final String IN_WEBAPPS = "/camunda/api/engine/engine/default";
    private static final String CHINESE = ".*\\p{IsHan}{4,}.*";

    @Autowired
    private Environment environment;

    @Autowired
    private Scenario scenario;

    @Autowired
    private TaskService tasks;

    private Wire wire;

    @BeforeEach
    void connect() {
        wire = new Wire(environment);
    }

    // ---- attachments

    @Test
    void attachmentsAreClosedToMachinesAndBrowsersHoweverThePathIsSpelt() {
        Task task = receiptOf(NINGXIA);
        String attachment = tasks.createAttachment(
                        "text", task.getId(), null, "geheim", "", new java.io.ByteArrayInputStream(new byte[] {1}))
                .getId();
        WebSession session = WebSession.signIn(wire, "u640000staff");

        for (String path : List.of(
                "/task/%s/attachment/%s/data",
                "/task/%s/attachment/%s",
                "/task/%s/attachment?x=%s",
                "/task/%s/attachment/?x=%s",
                "/task/%s//attachment/%s/data",
                "//task/%s/attachment/%s/data",
                "/task/%s;a=b/attachment/%s/data",
                "/task/%s/attachment;a=b/%s/data",
                "/task/%s/%%61ttachment/%s/data",
                "/t%%61sk/%s/attachment/%s/data",
                "/task/%s/./attachment/%s/data",
                "/task/%s/x/../attachment/%s/data",
                "/task/%s/attachment/%s/data/")) {
            String spelt = path.formatted(task.getId(), attachment);
            assertThat(wire.json("u640000staff", "GET", "/engine-rest" + spelt, null)
                            .status())
                    .as(spelt)
                    .isIn(400, 404);
            for (String user : List.of("u640000staff", "admin")) {
                assertThat(wire.send("GET", "/engine-rest/engine/default" + spelt, null, wire.basic(user))
                                .status())
                        .as(spelt)
                        .isIn(400, 404);
            }
            assertThat(session.get(IN_WEBAPPS + spelt).status()).as(spelt).isIn(400, 404);
        }
        String one = "/task/%s/attachment/%s".formatted(task.getId(), attachment);
        assertThat(wire.json("u640000staff", "DELETE", "/engine-rest" + one, null)
                        .status())
                .isEqualTo(404);
        assertThat(session.json("DELETE", IN_WEBAPPS + one, "").status()).isEqualTo(404);
        assertThat(wire.json(
                                "u640000staff",
                                "POST",
                                "/engine-rest/task/%s/attachment/create".formatted(task.getId()),
                                "{}")
                        .status())
                .isEqualTo(404);
        assertThat(tasks.getAttachment(attachment)).isNotNull();
        tasks.deleteAttachment(attachment);
    }

    // ---- completing

    @Test
    void completingTwiceIsNotFoundAndSaysWhy() {
        Task task = receiptOf(NINGXIA);
        assertThat(complete("u640000staff", task).status()).isEqualTo(204);

        Reply again = complete("u640000staff", task);

        assertThat(again.status()).isEqualTo(404);
        assertThat(again.message()).isEqualTo("该任务已办结、已撤回或不存在，请刷新任务列表。");
    }

    @Test
    void browsersReadTheSameWords() {
        Task task = receiptOf(NINGXIA);
        WebSession session = WebSession.signIn(wire, "u640000staff");
        String path = IN_WEBAPPS + "/task/%s/submit-form".formatted(task.getId());
        assertThat(session.json("POST", path, "{}").status()).isEqualTo(204);

        assertThat(session.json("POST", path, "{}").message()).startsWith("该任务已办结");
    }

    @Test
    void refusalsOfAFormKeepTheTaskAndArriveWordForWord() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        Task draft = scenario.task(notice, NINGXIA, "draftPlan");

        Reply refused = complete("u640000staff", draft);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.message()).isEqualTo("请填写“工作措施”后再提交。");
        assertThat(scenario.open(notice, NINGXIA)).containsExactly("draftPlan");
    }

    @Test
    void ofTwoPeopleCompletingAtOnceExactlyOneSucceeds() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 8; round++) {
                long notice = scenario.issueTo(NINGXIA);
                Task task = scenario.task(notice, NINGXIA, "signReceipt");
                CyclicBarrier start = new CyclicBarrier(2);
                Future<Reply> one = people.submit(() -> {
                    start.await();
                    return complete("u640000staff", task);
                });
                Future<Reply> other = people.submit(() -> {
                    start.await();
                    return complete("u640000staff", task);
                });
                List<Reply> replies = List.of(one.get(), other.get());

                assertThat(replies).filteredOn(reply -> reply.status() == 204).hasSize(1);
                assertThat(replies)
                        .filteredOn(reply -> reply.status() != 204)
                        .singleElement()
                        .satisfies(late -> {
                            assertThat(late.status()).isBetween(400, 499);
                            assertThat(late.message()).matches(CHINESE);
                        });
                assertThat(scenario.acts(notice, NINGXIA)).containsOnlyOnce("SIGNED");
            }
        } finally {
            people.shutdownNow();
        }
    }

    // ---- other units' tasks

    @ParameterizedTest
    @ValueSource(
            strings = {
                "u640200staff",
                "u640000staff",
                "u640104staff",
                "u310000staff",
                "u000000staff",
                "u640100lead",
                "u640100supervisor",
                "u640000supervisor",
                "u310000supervisor",
                "u000000supervisor",
                "u000000lead"
            })
    void nobodyElseWorksOnAUnitsTask(String user) {
        long notice = scenario.issueTo(NINGXIA, SHANGHAI);
        scenario.plan(notice, NINGXIA);
        Task task = scenario.task(notice, YINCHUAN, "signReceipt");
        String due = String.valueOf(task.getDueDate());
        String self = "{\"userId\":\"%s\"}".formatted(user);
        for (String[] call : new String[][] {
            {"POST", "/complete", "{}"},
            {"POST", "/submit-form", "{}"},
            {"POST", "/claim", self},
            {"POST", "/unclaim", "{}"},
            {"POST", "/delegate", self},
            {"POST", "/resolve", "{}"},
            {"POST", "/assignee", self},
            {"POST", "/identity-links", "{\"userId\":\"%s\",\"type\":\"candidate\"}".formatted(user)},
            {"PUT", "/variables/x", "{\"value\":1}"},
            {"PUT", "/localVariables/x", "{\"value\":1}"},
            {"POST", "/variables", "{\"modifications\":{\"x\":{\"value\":1}}}"},
            {"POST", "/bpmnError", "{\"errorCode\":\"x\"}"},
            {"POST", "/bpmnEscalation", "{\"escalationCode\":\"x\"}"},
            {"PUT", "", "{\"name\":\"x\",\"due\":\"2027-01-01T00:00:00.000+0800\"}"},
            {"DELETE", "", "{}"}
        }) {
            for (String root : List.of("/engine-rest", "/engine-rest/engine/default")) {
                Reply reply = wire.json(user, call[0], root + "/task/" + task.getId() + call[1], call[2]);
                assertThat(reply.status())
                        .as("%s %s: %s", call[0], call[1], reply.text())
                        .isIn(403, 404);
            }
        }
        Task after = scenario.task(notice, YINCHUAN, "signReceipt");
        assertThat(after.getAssignee()).isNull();
        assertThat(after.getName()).isEqualTo(task.getName());
        assertThat(String.valueOf(after.getDueDate())).isEqualTo(due);
        assertThat(tasks.getVariables(task.getId())).doesNotContainKey("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"u640200staff", "u640000staff", "u310000staff", "u000000staff", "u640104supervisor"})
    void nobodyElseReadsAUnitsTask(String user) {
        long notice = scenario.issueTo(NINGXIA, SHANGHAI);
        scenario.plan(notice, NINGXIA);
        String task = "/engine-rest/task/"
                + scenario.task(notice, YINCHUAN, "signReceipt").getId();

        for (String part : List.of(
                "",
                "/variables",
                "/form-variables",
                "/form",
                "/deployed-form",
                "/rendered-form",
                "/identity-links",
                "/comment")) {
            Reply reply = wire.json(user, "GET", task + part, null);
            assertThat(reply.status()).as("%s: %s", part, reply.text()).isIn(403, 404);
            assertThat(reply.message()).as(part).matches(CHINESE);
        }
    }

    // ---- one's own task

    @Test
    void staffCannotMoveTheirOwnDueDate() {
        Task task = receiptOf(NINGXIA);
        for (String due : List.of("2030-01-01T00:00:00.000+0800", "2026-03-31T00:00:00.000+0800")) {
            Reply reply = wire.json(
                    "u640000staff",
                    "PUT",
                    "/engine-rest/task/" + task.getId(),
                    "{\"name\":\"%s\",\"due\":\"%s\",\"priority\":99}".formatted(task.getName(), due));
            assertThat(reply.status()).isEqualTo(404);
        }
        assertThat(found(task).getDueDate()).isEqualTo(task.getDueDate());
    }

    @Test
    void staffCannotHandTheirTaskToAnotherUnitNorChangeItsVariables() {
        Task task = receiptOf(NINGXIA);
        String other = "{\"userId\":\"u310000staff\"}";
        for (String[] call : new String[][] {
            {"/delegate", other},
            {"/assignee", other},
            {"/claim", other},
            {"/identity-links", "{\"groupId\":\"U310000STAFF\",\"type\":\"candidate\"}"},
            {"/variables", "{\"modifications\":{\"assignmentId\":{\"value\":1,\"type\":\"Long\"}}}"}
        }) {
            Reply reply = wire.json("u640000staff", "POST", "/engine-rest/task/" + task.getId() + call[0], call[1]);
            assertThat(reply.status())
                    .as("%s: %s", call[0], reply.text())
                    .isEqualTo(call[0].equals("/claim") ? 403 : 404);
            assertThat(reply.message()).as(call[0]).matches(CHINESE);
        }
        assertThat(found(task).getAssignee()).isNull();
    }

    /** The engine asks whether somebody may do the task, not whose the comment is. */
    @Test
    void nobodyChangesOrDeletesAComment() {
        Task task = receiptOf(NINGXIA);
        String comments = "/engine-rest/task/" + task.getId() + "/comment";
        Reply written = wire.json("u640000staff", "POST", comments + "/create", "{\"message\":\"请尽快\"}");
        assertThat(written.status()).as(written.text()).isEqualTo(200);

        Reply changed = wire.json("u640000staff", "PUT", comments, "{\"id\":\"x\",\"message\":\"不急\"}");
        Reply deleted = wire.json("u640000staff", "DELETE", comments, "{}");
        Reply one = wire.json("u640000staff", "DELETE", comments + "/x", "{}");
        Reply browser = WebSession.signIn(wire, "u640000staff")
                .json("DELETE", IN_WEBAPPS + "/task/" + task.getId() + "/comment", "{}");

        assertThat(List.of(changed.status(), deleted.status(), one.status(), browser.status()))
                .containsOnly(404);
        assertThat(tasks.getTaskComments(task.getId())).hasSize(1);
    }

    /** No model catches one: the engine would end the process, and the unit's part with it. */
    @ParameterizedTest
    @ValueSource(strings = {"bpmnError", "bpmnEscalation", "bpmnError/", "bpmn%45rror", "bpmnError;x=y"})
    void staffCannotEndTheirProcessWithABpmnError(String call) {
        Task task = receiptOf(NINGXIA);
        String body = "{\"errorCode\":\"x\",\"escalationCode\":\"x\"}";

        Reply machine = wire.json("u640000staff", "POST", "/engine-rest/task/" + task.getId() + "/" + call, body);
        Reply browser = WebSession.signIn(wire, "u640000staff")
                .json("POST", IN_WEBAPPS + "/task/" + task.getId() + "/" + call, body);

        assertThat(machine.status()).isIn(400, 404);
        assertThat(browser.status()).isIn(400, 404);
        assertThat(wire.json("admin", "POST", "/engine-rest/task/" + task.getId() + "/" + call, body)
                        .status())
                .isIn(400, 404);
        assertThat(found(task)).isNotNull();
    }

    @Test
    void whoClaimedATaskCanGiveItBackAndNobodyElseCan() {
        Task task = receiptOf(NINGXIA);
        WebSession session = WebSession.signIn(wire, "u640000staff");
        String path = "/task/" + task.getId();
        assertThat(session.json("POST", IN_WEBAPPS + path + "/claim", "{\"userId\":\"u640000staff\"}")
                        .status())
                .isEqualTo(204);
        assertThat(wire.json("u640000lead", "POST", "/engine-rest" + path + "/unclaim", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(wire.json("u310000staff", "POST", "/engine-rest" + path + "/unclaim", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(found(task).getAssignee()).isEqualTo("u640000staff");

        assertThat(session.forged("POST", IN_WEBAPPS + path + "/unclaim", "{}").status())
                .isEqualTo(403);
        assertThat(found(task).getAssignee()).isEqualTo("u640000staff");
        assertThat(wire.json("u640000staff", "POST", "/engine-rest" + path + "/unclaim", "{}")
                        .status())
                .isEqualTo(204);

        assertThat(found(task).getAssignee()).isNull();
    }

    @Test
    void claimingWhatIsClaimedIsAConflictInChinese() {
        Task task = receiptOf(NINGXIA);
        tasks.setAssignee(task.getId(), "somebody");

        Reply reply = wire.json(
                "u640000staff",
                "POST",
                "/engine-rest/task/" + task.getId() + "/claim",
                "{\"userId\":\"u640000staff\"}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.message()).isEqualTo("该任务已由他人领取，请刷新任务列表。");
    }

    // ---- lists

    @Test
    void staffListOnlyTheirOwnTasksAndNoInstancesNorHistory() {
        long notice = scenario.issueTo(NINGXIA, SHANGHAI);

        String lists = wire.json("u640000staff", "GET", "/engine-rest/filter", null)
                .json()
                .path(0)
                .path("id")
                .asText();
        Reply mine = wire.json("u640000staff", "POST", "/engine-rest/filter/" + lists + "/list", "{}");
        assertThat(mine.json())
                .extracting(task -> task.path("id").asText())
                .containsExactly(scenario.task(notice, NINGXIA, "signReceipt").getId());
        assertThat(wire.json("u640104staff", "POST", "/engine-rest/filter/" + lists + "/list", "{}")
                        .json())
                .isEmpty();
        for (String path : List.of(
                "/process-instance",
                "/execution",
                "/variable-instance",
                "/history/process-instance",
                "/history/activity-instance",
                "/history/variable-instance",
                "/history/identity-link-log",
                "/history/task",
                "/deployment",
                "/incident",
                "/user",
                "/authorization")) {
            assertThat(wire.json("u640000staff", "GET", "/engine-rest" + path, null)
                            .status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(list("u640000staff", "GET", "/process-definition"))
                .as("models are no secret: cards and diagrams name them")
                .extracting(model -> model.path("key").asText())
                .contains("provincial-plan", "local-study-session", "unit-report", "headquarters-notice");
    }

    @Test
    void aProvincesSupervisorSeesItsOwnInstancesOnly() {
        scenario.issueTo(NINGXIA, SHANGHAI);

        for (String path : List.of("/process-instance", "/task")) {
            assertThat(list("u640000supervisor", "POST", path))
                    .as(path)
                    .isNotEmpty()
                    .allSatisfy(
                            found -> assertThat(found.path("tenantId").asText()).isEqualTo(NINGXIA));
        }
        assertThat(list("u000000supervisor", "POST", "/process-instance")).hasSize(3);
        assertThat(list("u640100supervisor", "POST", "/process-instance")).isEmpty();
        assertThat(list("u460000supervisor", "POST", "/process-instance")).isEmpty();
    }

    @Test
    void anotherProvincesInstanceIsForbiddenNotAnInternalError() {
        long notice = scenario.issueTo(NINGXIA);
        String instance = "/engine-rest/process-instance/"
                + scenario.instance(notice, NINGXIA).getId();

        for (String[] call : new String[][] {
            {"GET", "", null},
            {"GET", "/activity-instances", null},
            {"GET", "/variables", null},
            {"DELETE", "", null},
            {"PUT", "/suspended", "{\"suspended\":true}"},
            {"PUT", "/variables/x", "{\"value\":1}"},
            {
                "POST",
                "/modification",
                "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"userTask_signReceipt\"}]}"
            }
        }) {
            Reply reply = wire.json("u310000supervisor", call[0], instance + call[1], call[2]);
            assertThat(reply.status())
                    .as("%s %s: %s", call[0], call[1], reply.text())
                    .isIn(403, 404);
        }
        assertThat(scenario.open(notice, NINGXIA)).containsExactly("signReceipt");
    }

    @Test
    void supervisorsWatchAndChangeNothing() {
        long notice = scenario.issueTo(NINGXIA);
        String instance = "/engine-rest/process-instance/"
                + scenario.instance(notice, NINGXIA).getId();

        assertThat(wire.json("u640000supervisor", "GET", instance, null).status())
                .isEqualTo(200);
        assertThat(wire.json("u640000supervisor", "DELETE", instance, null).status())
                .isEqualTo(404);
        assertThat(wire.json("u640000supervisor", "PUT", instance + "/suspended", "{\"suspended\":true}")
                        .status())
                .isEqualTo(404);
        assertThat(wire.json("u000000supervisor", "DELETE", instance, null).status())
                .isEqualTo(404);
        assertThat(scenario.open(notice, NINGXIA)).containsExactly("signReceipt");
    }

    @Test
    void cockpitIsForSupervisorsOfUnitsWithUnitsBelowThem() {
        assertThat(apps("u640100supervisor")).contains("cockpit").doesNotContain("admin");
        assertThat(apps("u640000supervisor")).contains("cockpit").doesNotContain("admin");
        assertThat(apps("u000000supervisor")).contains("cockpit").doesNotContain("admin");
        for (String user :
                List.of("u640104supervisor", "u640100staff", "u640000staff", "u640000lead", "u000000staff")) {
            assertThat(apps(user)).as(user).contains("tasklist").doesNotContain("cockpit", "admin");
        }
    }

    // ---- internals

    @Test
    void whatFailsInsideTellsAReferenceAndNothingElse() {
        String task = receiptOf(NINGXIA).getId();

        Reply reply = wire.json("admin", "POST", "/engine-rest/task/" + task + "/variables/x/data", null);

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.message()).matches("系统内部错误.*编号 [0-9a-f]{8} .*");
        assertThat(reply.text()).doesNotContain("org.camunda", "NullPointer", "\tat ");
    }

    private List<String> apps(String user) {
        return WebSession.signIn(wire, user).apps();
    }

    private Iterable<JsonNode> list(String user, String method, String path) {
        Reply reply = wire.json(user, method, "/engine-rest" + path, method.equals("GET") ? null : "{}");
        assertThat(reply.status()).as("%s: %s", path, reply.text()).isEqualTo(200);
        return reply.json();
    }

    private Task receiptOf(String unit) {
        return scenario.task(scenario.issueTo(unit), unit, "signReceipt");
    }

    private Task found(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).singleResult();
    }

    private Reply complete(String user, Task task) {
        return wire.json(user, "POST", "/engine-rest/task/" + task.getId() + "/complete", "{}");
    }
}
