package org.noticecascade.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.noticecascade.Wire;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Entry;
import org.noticecascade.ledger.Ledger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A lead takes back what a colleague has claimed: whoever else asks is refused. */
@ProcessTest
class TakingBackTest {
    private static final String NINGXIA = "640000";
    private static final String ONE = "u640000staff";
    private static final String LEAD = "u640000lead";
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

    private SecondPerson second;
    private long notice;
    private Task receipt;

    @BeforeEach
    void employASecondPerson() {
        second = new SecondPerson(TWO, identities, jdbc);
        second.employ(NINGXIA, new Wire(environment).password());
        notice = scenario.issueTo(NINGXIA, "310000");
        receipt = scenario.task(notice, NINGXIA, "signReceipt");
    }

    @AfterEach
    void dismissThem() {
        second.dismiss();
    }

    @Test
    void theLeadSeesWhatColleaguesHaveClaimedAndTakesItBack() {
        claim(ONE);

        JsonNode held = http.get(LEAD, "/api/tasks/held").body();

        assertThat(held).singleElement().satisfies(task -> {
            assertThat(task.path("id").asText()).isEqualTo(receipt.getId());
            assertThat(task.path("holderId").asText()).isEqualTo(ONE);
            assertThat(task.path("active").asBoolean()).isTrue();
            assertThat(task.path("name").asText()).isEqualTo(receipt.getName());
            assertThat(task.path("dueDate").asText()).isNotEmpty();
        });
        assertThat(http.post(LEAD, path("/take-back"), Map.of()).status()).isEqualTo(204);
        assertThat(found().getAssignee()).isNull();
        assertThat(found().getDueDate()).isEqualTo(receipt.getDueDate());
        assertThat(http.get(LEAD, "/api/tasks/held").body()).isEmpty();
        assertThat(last(Act.TASK_FREED).actor()).isEqualTo(LEAD);
        assertThat(last(Act.TASK_FREED).from()).startsWith("签收通知 ");
        assertThat(http.complete(TWO, receipt.getId(), Map.of()).status()).isEqualTo(204);
    }

    @Test
    void aDelegationEndsWithIt() {
        claim(ONE);
        http.post(ONE, path("/delegate"), Map.of("to", TWO));

        assertThat(http.post(LEAD, path("/take-back"), Map.of()).status()).isEqualTo(204);

        assertThat(found().getAssignee()).isNull();
        assertThat(found().getOwner()).isNull();
        assertThat(found().getDelegationState()).isNull();
        assertThat(http.complete(ONE, receipt.getId(), Map.of()).status()).isEqualTo(204);
    }

    @Test
    void whatNobodyHasClaimedIsFree() {
        Answer answer = http.post(LEAD, path("/take-back"), Map.of());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("detail").asText()).contains("尚无人领取");
    }

    @Test
    void whoSeesTheTaskAndDoesNotLeadIsTold() {
        claim(ONE);

        Answer answer = http.post(TWO, path("/take-back"), Map.of());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body().path("detail").asText()).contains("本单位负责人");
        assertThat(http.get(TWO, "/api/tasks/held").body()).isEmpty();
        assertThat(found().getAssignee()).isEqualTo(ONE);
    }

    @Test
    void theLeadOfAnotherUnitFindsNothing() {
        claim(ONE);

        for (String lead : new String[] {"u310000lead", "u640100lead"}) {
            assertThat(http.post(lead, path("/take-back"), Map.of()).status()).isEqualTo(404);
            assertThat(http.get(lead, "/api/tasks/held").body()).isEmpty();
        }
        assertThat(found().getAssignee()).isEqualTo(ONE);
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
