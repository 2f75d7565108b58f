package org.noticecascade.notice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestJobs;
import org.noticecascade.directory.Role;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.NoticeStatus;
import org.noticecascade.notice.Notices;
import org.noticecascade.notice.Stage;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever completes a task may send any variables along; none of them steers or stops the process. */
@ProcessTest
class SentVariablesTest {
    private static final String NINGXIA = "640000";
    private static final String HAINAN = "460000";
    private static final String COUNTY = "640104";
    private static final String PREFECTURE = "640100";

    @Autowired
    private Scenario scenario;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Notices notices;

    @Test
    void worksOnTheUnitOfTheBusinessKeyWhateverIdsAreSent() {
        long notice = scenario.issueTo(NINGXIA, HAINAN);
        Assignment before = scenario.assignment(notice, HAINAN);

        scenario.complete(
                notice,
                NINGXIA,
                "signReceipt",
                Map.of(
                        "assignmentId",
                        before.id(),
                        "noticeId",
                        notice + 1,
                        "unitCode",
                        HAINAN,
                        "province",
                        HAINAN,
                        "businessKey",
                        notice + "/" + HAINAN));

        assertThat(scenario.assignment(notice, HAINAN)).isEqualTo(before);
        assertThat(scenario.open(notice, HAINAN)).containsExactly("signReceipt");
        assertThat(scenario.assignment(notice, NINGXIA).stage()).isEqualTo(Stage.PLAN);
        assertThat(scenario.instance(notice, NINGXIA).getTenantId()).isEqualTo(NINGXIA);
    }

    @Test
    void refusesADecisionThatOnlySetsTheFlagOfTheGateway() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        scenario.draftPlan(notice, NINGXIA);

        assertThatThrownBy(() -> scenario.complete(notice, NINGXIA, "approvePlan", Map.of("agreed", true)))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("请选择“同意”或“退回”");

        assertThat(scenario.open(notice, NINGXIA)).containsExactly("approvePlan");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void followsTheAnswerWhereTheFlagOfTheGatewaySaysTheOpposite(boolean answer) {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        scenario.draftPlan(notice, NINGXIA);

        scenario.complete(
                notice, NINGXIA, "approvePlan", Map.of("approved", answer, "reason", "请修改", "agreed", !answer));

        assertThat(scenario.open(notice, NINGXIA)).containsExactly(answer ? "reviewPlan" : "draftPlan");
    }

    @Test
    void takesNoAnswerThatSomebodyElseGaveBefore() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        scenario.complete(notice, NINGXIA, "draftPlan", planAnd(notice));

        assertThatThrownBy(() -> scenario.complete(notice, NINGXIA, "approvePlan"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("请选择“同意”或“退回”");

        assertThat(scenario.open(notice, NINGXIA)).containsExactly("approvePlan");
    }

    private Map<String, Object> planAnd(long notice) {
        scenario.fill(
                notice,
                NINGXIA,
                org.noticecascade.notice.Submission.Kind.PLAN,
                Map.of("measures", "组织学习", "responsible", "演示人", "startsOn", "2026-03-05", "endsOn", "2026-04-30"));
        return Map.of("approved", true, "reason", "经办人代填");
    }

    @Test
    void dispatchesToSubordinatesWhateverTheFlagsSentBeforeSay() {
        long notice = scenario.issueTo(NINGXIA);

        scenario.complete(
                notice,
                NINGXIA,
                "signReceipt",
                Map.of(
                        "agreed",
                        false,
                        "hasUnits",
                        false,
                        "startedAtOnce",
                        false,
                        "moreUnits",
                        true,
                        "unitsOpen",
                        false));
        scenario.draftPlan(notice, NINGXIA);
        scenario.decide(notice, NINGXIA, "approvePlan", true, null);
        scenario.decide(notice, NINGXIA, "reviewPlan", true, null);
        jobs.runAll();

        assertThat(scenario.open(notice, PREFECTURE)).containsExactly("signReceipt");
        assertThat(scenario.assignment(notice, NINGXIA).stage()).isEqualTo(Stage.WAITING);
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    @Test
    void reachesTheSessionOfACountyWhateverTheFlagsSentBeforeSay() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.plan(notice, NINGXIA);
        scenario.sign(notice, PREFECTURE);

        scenario.complete(
                notice,
                COUNTY,
                "signReceipt",
                Map.of("agreed", true, "hasUnits", true, "startedAtOnce", true, "moreUnits", true, "unitsOpen", true));
        jobs.runAll();

        assertThat(scenario.open(notice, COUNTY)).containsExactly("scheduleSession");
    }

    @Test
    void keepsNoAnswerInTheProcess() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        scenario.draftPlan(notice, NINGXIA);

        scenario.decide(notice, NINGXIA, "approvePlan", false, "请修改");

        assertThat(runtime.getVariables(scenario.instance(notice, NINGXIA).getId()))
                .doesNotContainKeys("approved", "reason", "agreed");
    }

    @Test
    void givesTheProcessOfHeadquartersNoTenantEvenIfOneIsSent() {
        scenario.signIn(Scenario.HQ, Role.STAFF);

        String instance = runtime.startProcessInstanceByKey(NoticeProcess.KEY, Map.of("province", NINGXIA))
                .getId();

        scenario.signOut();
        assertThat(tasks.createTaskQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getTenantId())
                .isNull();
    }

    @Test
    void readsNoOtherNoticeThanItsOwnWhateverKeyIsSentAtTheStart() {
        long other = scenario.issueTo(NINGXIA);
        scenario.signIn(Scenario.HQ, Role.STAFF);

        String instance = runtime.startProcessInstanceByKey(NoticeProcess.KEY, other + "/" + Scenario.HQ)
                .getId();

        scenario.signOut();
        String key = runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey();
        assertThat(key).isNotEqualTo(other + "/" + Scenario.HQ).endsWith("/" + Scenario.HQ);
        assertThat(notices.get(other).status()).isEqualTo(NoticeStatus.ISSUED);
    }
}
