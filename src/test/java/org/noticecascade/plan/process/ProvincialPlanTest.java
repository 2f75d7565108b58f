package org.noticecascade.plan.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestTime;
import org.noticecascade.notice.Stage;
import org.noticecascade.notice.Submission;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submission.Status;
import org.noticecascade.notice.Submissions;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class ProvincialPlanTest {
    private static final String NINGXIA = "640000";

    @Autowired
    private Scenario scenario;

    @Autowired
    private TestTime time;

    @Autowired
    private Submissions submissions;

    @Test
    void offersTheReceiptToStaffWithNoticeAndDueDateOnItsCard() {
        long notice = scenario.issueTo(NINGXIA);

        Task task = scenario.task(notice, NINGXIA, "signReceipt");

        assertThat(task.getName()).startsWith("签收通知 · 宁夏回族自治区市场监督管理厅 · ").endsWith("号");
        assertThat(task.getDescription()).startsWith("国市监示范〔2026〕").endsWith("示范局关于开展标准化学习的通知");
        assertThat(task.getDueDate()).isNotNull();
        assertThat(task.getTenantId()).isEqualTo(NINGXIA);
    }

    @Test
    void keepsTheTaskOpenAndSaysWhatIsMissingWhenAPlanIsIncomplete() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);

        assertThatThrownBy(() -> scenario.complete(notice, NINGXIA, "draftPlan"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessage("请填写“工作措施”后再提交。");

        assertThat(scenario.open(notice, NINGXIA)).containsExactly("draftPlan");
    }

    @Test
    void keepsTheReturnedVersionWithItsReasonAndRestartsTheDueDate() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        scenario.draftPlan(notice, NINGXIA);
        scenario.decide(notice, NINGXIA, "approvePlan", true, null);
        time.moveTo(LocalDate.of(2026, 4, 10));

        scenario.decide(notice, NINGXIA, "reviewPlan", false, "请补充责任人");

        long unit = scenario.assignment(notice, NINGXIA).id();
        List<Submission> versions = submissions.versions(unit, Kind.PLAN);
        assertThat(versions).extracting(Submission::status).containsExactly(Status.DRAFT, Status.RETURNED);
        assertThat(versions.get(1).returnReason()).isEqualTo("请补充责任人");
        assertThat(submissions.work(Kind.PLAN).read(versions.get(0).id())).containsEntry("measures", "组织学习");
        assertThat(scenario.assignment(notice, NINGXIA).stage()).isEqualTo(Stage.PLAN);
        assertThat(scenario.assignment(notice, NINGXIA).dueDate()).isEqualTo(time.inWorkingDays(3));
        assertThat(scenario.open(notice, NINGXIA)).containsExactly("draftPlan");
        assertThat(scenario.acts(notice, NINGXIA)).endsWith("PLAN_RETURNED", "DUE_CHANGED");
    }

    @Test
    void takesNoTimeAwayWhenThePlanIsReturnedLongBeforeItIsDue() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        LocalDate due = scenario.assignment(notice, NINGXIA).dueDate();
        scenario.draftPlan(notice, NINGXIA);
        scenario.decide(notice, NINGXIA, "approvePlan", true, null);

        scenario.decide(notice, NINGXIA, "reviewPlan", false, "请补充责任人");

        assertThat(due).isAfter(time.inWorkingDays(3));
        assertThat(scenario.assignment(notice, NINGXIA).dueDate()).isEqualTo(due);
    }

    @Test
    void keepsTheDueDateWhenTheOwnLeadReturns() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        LocalDate due = scenario.assignment(notice, NINGXIA).dueDate();
        scenario.draftPlan(notice, NINGXIA);

        scenario.decide(notice, NINGXIA, "approvePlan", false, "再改");

        assertThat(scenario.assignment(notice, NINGXIA).dueDate()).isEqualTo(due);
        assertThat(scenario.open(notice, NINGXIA)).containsExactly("draftPlan");
    }

    @Test
    void takesTwentyThousandCharacters() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        String measures = "措".repeat(20_000);

        scenario.fill(notice, NINGXIA, Kind.PLAN, Map.of("measures", measures));

        long unit = scenario.assignment(notice, NINGXIA).id();
        long version = submissions.expect(unit, Kind.PLAN).id();
        assertThat(submissions.work(Kind.PLAN).read(version)).containsEntry("measures", measures);
        assertThatThrownBy(() -> scenario.fill(notice, NINGXIA, Kind.PLAN, Map.of("measures", measures + "施")))
                .hasMessageContaining("最多 20000 字，现有 20001 字");
    }

    @Test
    void dispatchesToEveryPrefectureOnceHeadquartersAgrees() {
        long notice = scenario.issueTo(NINGXIA);

        scenario.plan(notice, NINGXIA);

        scenario.units()
                .childrenOf(NINGXIA)
                .forEach(unit -> assertThat(scenario.open(notice, unit.code()))
                        .as(unit.name())
                        .containsExactly("signReceipt"));
        assertThat(scenario.assignment(notice, NINGXIA).stage()).isEqualTo(Stage.WAITING);
    }
}
