package org.noticecascade.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.Http;
import org.noticecascade.Http.Answer;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.WebSession;
import org.noticecascade.Wire;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Entry;
import org.noticecascade.ledger.Ledger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Transfer and delegation among the staff of one unit, of whom there are two here. */
@ProcessTest
class HandOverTest {
    private static final String NINGXIA = "640000";
    private static final String ONE = "u640000staff";
    private static final String TWO = "u640000second";

    @Autowired
    private Scenario scenario;

    @Autowired
    private Http http;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identities;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment environment;

    private Wire wire;
    private SecondPerson second;
    private long notice;
    private Task receipt;

    @BeforeEach
    void employASecondPerson() {
        wire = new Wire(environment);
        second = new SecondPerson(TWO, identities, jdbc);
        second.employ(NINGXIA, wire.password());
        notice = scenario.issueTo(NINGXIA, "310000");
        receipt = scenario.task(notice, NINGXIA, "signReceipt");
    }

    @AfterEach
    void dismissThem() {
        second.dismiss();
    }

    @Test
    void namesTheColleaguesOfTheRoleOnly() {
        Answer answer = http.get(ONE, path("/colleagues"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("colleagues"))
                .singleElement()
                .satisfies(other -> assertThat(other.path("userId").asText()).isEqualTo(TWO));
        assertThat(answer.body().path("mayGive").asBoolean()).isTrue();
        assertThat(answer.body().path("delegated").asBoolean()).isFalse();
    }

    @Test
    void transfersForGoodAndRecordsIt() {
        claim(ONE);

        Answer answer = http.post(ONE, path("/transfer"), Map.of("to", TWO, "reason", "出差"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(found().getAssignee()).isEqualTo(TWO);
        assertThat(found().getDueDate()).isEqualTo(receipt.getDueDate());
        assertThat(last(Act.TASK_TRANSFERRED).actor()).isEqualTo(ONE);
        assertThat(last(Act.TASK_TRANSFERRED).from()).startsWith("签收通知 ");
        assertThat(last(Act.TASK_TRANSFERRED).to()).isEqualTo("第二人：出差");
        assertThat(http.complete(TWO, receipt.getId(), Map.of()).status()).isEqualTo(204);
    }

    @Test
    void transfersWhatNobodyHasClaimed() {
        assertThat(http.post(ONE, path("/transfer"), Map.of("to", TWO)).status())
                .isEqualTo(200);

        assertThat(found().getAssignee()).isEqualTo(TWO);
        assertThat(http.post(ONE, path("/transfer"), Map.of("to", TWO)).status())
                .isEqualTo(409);
    }

    @Test
    void refusesEverybodyWhoIsNoColleague() {
        claim(ONE);
        jdbc.sql("update person set active = false where user_id = :id")
                .param("id", TWO)
                .update();

        for (String to : new String[] {"u310000staff", "u640000lead", "u640100staff", ONE, "nobody", TWO}) {
            for (String call : new String[] {"/transfer", "/delegate"}) {
                Answer answer = http.post(ONE, path(call), Map.of("to", to));
                assertThat(answer.status()).as("%s %s", call, to).isEqualTo(422);
                assertThat(answer.body().path("detail").asText()).contains("不是本单位可以办理该任务");
            }
        }
        assertThat(found().getAssignee()).isEqualTo(ONE);
    }

    @Test
    void strangersAndWatchersGiveNothingAway() {
        claim(ONE);

        assertThat(http.post("u310000staff", path("/transfer"), Map.of("to", "u310000staff"))
                        .status())
                .isEqualTo(404);
        assertThat(http.post(TWO, path("/transfer"), Map.of("to", TWO)).status())
                .isEqualTo(409);
        assertThat(http.post("u640000supervisor", path("/delegate"), Map.of("to", TWO))
                        .status())
                .isIn(403, 404, 409);
        assertThat(found().getAssignee()).isEqualTo(ONE);
    }

    @Test
    void aDelegatedTaskGoesBackBeforeItIsCompleted() {
        claim(ONE);
        assertThat(http.post(ONE, path("/delegate"), Map.of("to", TWO)).status())
                .isEqualTo(200);
        assertThat(found().getOwner()).isEqualTo(ONE);
        assertThat(http.get(TWO, path("/colleagues")).body().path("mayResolve").asBoolean())
                .isTrue();

        Answer completed = http.complete(TWO, receipt.getId(), Map.of());
        Answer submitted = http.post(TWO, "/engine-rest/task/" + receipt.getId() + "/submit-form", Map.of());
        Answer givenBack = http.post(TWO, "/engine-rest/task/" + receipt.getId() + "/unclaim", Map.of());
        Answer passedOn = http.post(TWO, path("/transfer"), Map.of("to", ONE));

        assertThat(completed.text()).contains("交回委托");
        assertThat(submitted.text()).contains("交回委托");
        assertThat(givenBack.text()).contains("交回委托");
        assertThat(passedOn.body().path("detail").asText()).contains("请先交回");
        assertThat(found().getAssignee()).isEqualTo(TWO);

        assertThat(http.post(TWO, path("/resolve"), Map.of()).status()).isEqualTo(200);
        assertThat(found().getAssignee()).isEqualTo(ONE);
        assertThat(scenario.acts(notice, NINGXIA)).endsWith("TASK_DELEGATED", "TASK_RESOLVED");
        assertThat(http.post(TWO, path("/resolve"), Map.of()).status()).isEqualTo(409);
        assertThat(http.complete(ONE, receipt.getId(), Map.of()).status()).isEqualTo(204);
    }

    @Test
    void theOwnerMayFetchADelegatedTask() {
        claim(ONE);
        http.post(ONE, path("/delegate"), Map.of("to", TWO));

        assertThat(http.post(ONE, path("/resolve"), Map.of()).status()).isEqualTo(200);
        assertThat(found().getAssignee()).isEqualTo(ONE);
    }

    @Test
    void theEnginesOwnCallsMoveNeitherDueDateNorAssignee() {
        claim(ONE);
        WebSession browser = WebSession.signIn(wire, ONE);
        String due = "{\"name\":\"x\",\"due\":\"2030-01-01T00:00:00.000+0800\",\"owner\":\"%s\"}".formatted(TWO);
        String other = "{\"userId\":\"%s\"}".formatted(TWO);
        for (String[] call : new String[][] {
            {"PUT", "", due}, {"POST", "/assignee", other}, {"POST", "/delegate", other}, {"POST", "/claim", other}
        }) {
            String task = "/task/" + receipt.getId() + call[1];
            assertThat(browser.json(call[0], "/camunda/api/engine/engine/default" + task, call[2])
                            .status())
                    .as("browser %s %s", call[0], call[1])
                    .isIn(403, 404, 409);
            assertThat(wire.json(ONE, call[0], "/engine-rest" + task, call[2]).status())
                    .as("machine %s %s", call[0], call[1])
                    .isIn(403, 404, 409);
        }
        assertThat(found().getAssignee()).isEqualTo(ONE);
        assertThat(found().getOwner()).isNull();
        assertThat(found().getDueDate()).isEqualTo(receipt.getDueDate());
    }

    private Entry last(Act act) {
        return ledger.last(scenario.assignment(notice, NINGXIA).id(), act).orElseThrow();
    }

    private void claim(String user) {
        tasks.setAssignee(receipt.getId(), user);
    }

    private Task found() {
        return tasks.createTaskQuery().taskId(receipt.getId()).singleResult();
    }

    private String path(String call) {
        return "/api/tasks/" + receipt.getId() + call;
    }
}
