package org.noticecascade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.Http;
import org.noticecascade.Http.Answer;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestJobs;
import org.noticecascade.TestTime;
import org.noticecascade.consistency.Consistency;
import org.noticecascade.directory.Role;
import org.noticecascade.notice.Stage;
import org.noticecascade.notice.Submission.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A notice that goes down to townships, the deepest level: nobody is below them, and everything asked about that says so. */
@ProcessTest
class TownshipTest {
    private static final String NINGXIA = "640000";
    private static final String YINCHUAN = "640100";
    private static final String COUNTY = "640104";
    private static final String TOWNSHIP = "640104001";
    private static final String WAIVED = "640104002";
    private static final String STAFF = "u000000staff";
    private static final String SUPERVISOR = "u000000supervisor";

    @Autowired
    private Scenario scenario;

    @Autowired
    private Http http;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private Consistency consistency;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IdentityService identities;

    @Autowired
    private TaskService tasks;

    @Autowired
    private TestTime time;

    private long notice;

    @BeforeEach
    void issue() {
        for (String code : List.of(TOWNSHIP, WAIVED)) {
            jdbc.sql("insert into unit (code, parent_code, name, level) values (?, ?, ?, 'TOWNSHIP')")
                    .params(code, COUNTY, "试验所" + code)
                    .update();
        }
        notice = scenario.draft(Scenario.text(1));
        scenario.address(notice, NINGXIA);
        List<Map<String, String>> dues = new ArrayList<>();
        get("proposal?downTo=TOWNSHIP")
                .get("dues")
                .forEach(due -> dues.add(Map.of(
                        "level", due.get("level").asText(),
                        "stage", due.get("stage").asText(),
                        "dueDate", due.get("dueDate").asText())));
        Answer saved = http.put(STAFF, "/api/notices/" + notice, Map.of("downTo", "TOWNSHIP", "dues", dues));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        scenario.complete(notice, Scenario.HQ, "draftNotice");
        scenario.decide(notice, Scenario.HQ, "signNotice", true, null);
        jobs.runAll();
        scenario.plan(notice, NINGXIA);
        scenario.sign(notice, YINCHUAN);
        scenario.sign(notice, COUNTY);
    }

    @AfterEach
    void remove() {
        scenario.removeAllNotices();
        jdbc.sql("delete from unit where level = 'TOWNSHIP'").update();
    }

    @Test
    void answersThatNobodyIsBelow() {
        assertThat(get("assignments?parent=" + TOWNSHIP).get("total").asInt()).isZero();
        assertThat(get("assignments?parent=" + COUNTY).get("total").asInt()).isEqualTo(2);
        assertThat(get("rollup?unit=" + TOWNSHIP)
                        .get("counts")
                        .get("unitsTotal")
                        .asInt())
                .isZero();
        assertThat(get("rollup?unit=" + COUNTY).get("counts").get("unitsTotal").asInt())
                .isEqualTo(2);
    }

    @Test
    void reportsAndIsWaivedAsAnyOther() {
        Answer waived = http.post(
                SUPERVISOR,
                "/api/assignments/" + scenario.assignment(notice, WAIVED).id() + "/measure",
                Map.of("measure", "WAIVE", "reason", "已撤并"));
        assertThat(waived.status()).as(waived.text()).isEqualTo(204);
        complete("signReceipt", Role.STAFF);
        jobs.runAll();
        scenario.fill(
                notice,
                TOWNSHIP,
                Kind.SESSION,
                Map.of(
                        "form",
                        "座谈会",
                        "plannedOn",
                        time.today().toString(),
                        "heldOn",
                        time.today().toString(),
                        "participants",
                        3,
                        "summary",
                        "已学习"));
        complete("scheduleSession", Role.STAFF);
        complete("holdSession", Role.STAFF);
        complete("confirmSession", Role.LEAD);
        jobs.runAll();
        scenario.fill(notice, TOWNSHIP, Kind.REPORT, Map.of("content", "已落实"));
        complete("compileReport", Role.STAFF);
        complete("approveReport", Role.LEAD);
        scenario.decide(notice, TOWNSHIP, "reviewReport", true, null);
        jobs.runAll();

        assertThat(scenario.assignment(notice, TOWNSHIP).stage()).isEqualTo(Stage.DELIVERED);
        assertThat(scenario.assignment(notice, WAIVED).stage()).isEqualTo(Stage.WAIVED);
        assertThat(consistency.check(percent -> {})).isEmpty();
    }

    /** By people who have no account: the township is known to this test only. */
    private void complete(String name, Role role) {
        identities.setAuthentication(Scenario.userId(TOWNSHIP, role), List.of("U" + TOWNSHIP + role), List.of(NINGXIA));
        try {
            tasks.complete(
                    scenario.task(notice, TOWNSHIP, name).getId(),
                    role == Role.LEAD ? Map.of("approved", true) : Map.of());
        } finally {
            scenario.signOut();
        }
    }

    private JsonNode get(String what) {
        Answer answer = http.get(STAFF, "/api/notices/" + notice + "/" + what);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }
}
