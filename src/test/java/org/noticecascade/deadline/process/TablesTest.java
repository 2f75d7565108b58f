package org.noticecascade.deadline.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.Http;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestJobs;
import org.noticecascade.TestTime;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.directory.Role;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Light;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An official changes a table while the service runs; what cannot be used leaves the old one in force. */
@ProcessTest
class TablesTest {
    private static final String NINGXIA = "640000";
    private static final String ESCALATION = "/api/tables/escalation-policy";
    private static final String DEADLINE = "/api/tables/deadline-policy";

    @Autowired
    private Scenario scenario;

    @Autowired
    private Http http;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private TestTime time;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private JdbcClient jdbc;

    /** All tests share one service. */
    @AfterEach
    void removeWhatWasPutInForce() {
        repository.createDeploymentQuery().deploymentName("notice-cascade-table").list().stream()
                .map(deployment -> deployment.getId())
                .forEach(repository::deleteDeployment);
    }

    @Test
    void theNextPatrolAsksTheNewTable() throws IOException {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        Assignment plan = scenario.assignment(notice, NINGXIA);
        var patrol = new Patrolling(runtime, jobs, time, calendar, jdbc);
        String wider = shipped("escalation-policy")
                .replace("<text>&gt; 3</text>", "<text>&gt; 5</text>")
                .replace("<text>3</text>", "<text>[3..5]</text>");

        Http.Answer answer = http.putBytes("admin", ESCALATION, wider.getBytes(UTF_8));
        patrol.on(patrol.dayWith(Objects.requireNonNull(plan.dueDate()), 5));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("version").asInt()).isGreaterThan(1);
        assertThat(answer.body().get("replaced").asBoolean()).isTrue();
        assertThat(scenario.assignment(notice, NINGXIA).light()).isEqualTo(Light.YELLOW);
        assertThat(http.get("admin", ESCALATION).text()).isEqualTo(wider);
        assertThat(acts()).isEqualTo(1);
    }

    @Test
    void refusesATableThatLeavesOutACaseAndNamesIt() throws IOException {
        String gap = shipped("escalation-policy").replace("&gt; 3", "&gt; 10");

        Http.Answer answer = http.putBytes("admin", ESCALATION, gap.getBytes(UTF_8));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("detail").asText())
                .contains("仍用原来的表")
                .contains("剩余 4 个工作日")
                .contains("共 210 处");
        assertThat(answer.body().get("detailEn").asText())
                .contains("the old one stays", "RECEIPT, 4 working days left")
                .doesNotContain("签收");
        assertUntouched();
    }

    @Test
    void refusesWhatIsNoSuchTable() throws IOException {
        String other = shipped("deadline-policy");

        assertThat(http.putBytes("admin", ESCALATION, "light;days".getBytes(UTF_8))
                        .status())
                .isEqualTo(422);
        assertThat(http.putBytes("admin", ESCALATION, other.getBytes(UTF_8)).status())
                .isEqualTo(422);
        assertThat(http.putBytes("admin", ESCALATION, new byte[0]).status()).isEqualTo(422);
        assertThat(http.putBytes("admin", "/api/tables/none", other.getBytes(UTF_8))
                        .status())
                .isEqualTo(404);
        String untyped = shipped("escalation-policy").replace("\"YELLOW\"", "\"ORANGE\"");
        assertThat(http.putBytes("admin", ESCALATION, untyped.getBytes(UTF_8)).status())
                .isEqualTo(422);
        assertUntouched();
    }

    @Test
    void refusesATableThatIsAProgramAndSaysInWhichRule() throws IOException {
        String program = shipped("escalation-policy").replace("<text>&gt; 3</text>", "<text>${''.getClass()}</text>");
        String other = shipped("escalation-policy")
                .replace("<inputExpression ", "<inputExpression expressionLanguage=\"juel\" ");

        Http.Answer answer = http.putBytes("admin", ESCALATION, program.getBytes(UTF_8));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("detail").asText()).contains("仍用原来的表").contains("第 1 条规则的条件第 1 格");
        assertThat(answer.body().get("detailEn").asText()).contains("rule 1, condition 1");
        assertThat(http.putBytes("admin", ESCALATION, other.getBytes(UTF_8)).status())
                .isEqualTo(422);
        assertUntouched();
    }

    @Test
    void checksTheDaysPerStageAsWell() throws IOException {
        String table = shipped("deadline-policy");
        String none = table.replace("<text>35</text>", "<text>0</text>");
        String longer = table.replace("<text>35</text>", "<text>36</text>");
        assertThat(none).isNotEqualTo(table);

        Http.Answer refused = http.putBytes("admin", DEADLINE, none.getBytes(UTF_8));
        Http.Answer taken = http.putBytes("admin", DEADLINE, longer.getBytes(UTF_8));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("detail").asText()).contains("省级落实情况报告");
        assertThat(taken.status()).isEqualTo(200);
        assertThat(http.get("admin", "/api/tables")
                        .body()
                        .get(0)
                        .get("replaced")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void changesNothingWithTheSameFile() throws IOException {
        int version =
                http.get("admin", "/api/tables").body().get(1).get("version").asInt();

        Http.Answer same =
                http.putBytes("admin", ESCALATION, shipped("escalation-policy").getBytes(UTF_8));

        assertThat(same.body().get("version").asInt()).isEqualTo(version);
        assertUntouched();
    }

    @Test
    void isForAdministrators() throws IOException {
        byte[] table = shipped("escalation-policy").getBytes(UTF_8);
        String supervisor = Scenario.userId(Scenario.HQ, Role.SUPERVISOR);

        assertThat(http.putBytes(null, ESCALATION, table).status()).isEqualTo(401);
        assertThat(http.putBytes(supervisor, ESCALATION, table).status()).isEqualTo(403);
        assertThat(http.get(supervisor, ESCALATION).status()).isEqualTo(403);
        assertUntouched();
    }

    private void assertUntouched() throws IOException {
        assertThat(http.get("admin", ESCALATION).text()).isEqualTo(shipped("escalation-policy"));
        assertThat(acts()).isZero();
    }

    private long acts() {
        return jdbc.sql("select count(*) from ledger where act = 'TABLE_REPLACED'")
                .query(Long.class)
                .single();
    }

    private static String shipped(String key) throws IOException {
        return Files.readString(Path.of("processes", key + ".dmn"));
    }
}
