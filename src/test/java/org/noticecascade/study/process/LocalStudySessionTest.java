package org.noticecascade.study.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Refusal;
import org.noticecascade.Scenario;
import org.noticecascade.TestTime;
import org.noticecascade.notice.Rollups;
import org.noticecascade.notice.Stage;
import org.noticecascade.notice.Submission;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submission.Status;
import org.noticecascade.notice.Submissions;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class LocalStudySessionTest {
    private static final String SHANGHAI = "310000";
    private static final String HUANGPU = "310101";
    private static final String NINGXIA = "640000";
    private static final String YINCHUAN = "640100";
    private static final String XINGQING = "640104";
    private static final String DANZHOU = "460400";
    private static final String OFFICE = "000001";

    @Autowired
    private Scenario scenario;

    @Autowired
    private TestTime time;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Rollups rollups;

    @Test
    void goesStraightToItsSessionInACountyWithoutSubordinates() {
        long notice = dispatchedTo(SHANGHAI);

        scenario.sign(notice, HUANGPU);

        assertThat(scenario.open(notice, HUANGPU)).containsExactly("scheduleSession");
        assertThat(scenario.assignment(notice, HUANGPU).stage()).isEqualTo(Stage.STUDY);
        assertThat(scenario.acts(notice, HUANGPU)).containsExactly("SIGNED");
    }

    @Test
    void goesStraightToItsSessionInAPrefectureWithoutCounties() {
        long notice = dispatchedTo("460000");

        scenario.sign(notice, DANZHOU);

        assertThat(scenario.open(notice, DANZHOU)).containsExactly("scheduleSession");
    }

    @Test
    void dispatchesToCountiesOnReceiptWhileThePrefectureGoesOn() {
        long notice = dispatchedTo(NINGXIA);

        scenario.sign(notice, YINCHUAN);

        assertThat(scenario.open(notice, YINCHUAN)).containsExactly("scheduleSession");
        assertThat(scenario.units().childrenOf(YINCHUAN))
                .hasSize(6)
                .allSatisfy(county ->
                        assertThat(scenario.open(notice, county.code())).containsExactly("signReceipt"));
        assertThat(scenario.instance(notice, XINGQING).getTenantId()).isEqualTo(NINGXIA);
        assertThat(scenario.acts(notice, YINCHUAN)).containsExactly("SIGNED", "ASSIGNED");
    }

    @Test
    void waitsForItsCountiesOnlyAfterItsOwnSession() {
        long notice = dispatchedTo(NINGXIA);

        scenario.study(notice, YINCHUAN, 30);

        assertThat(scenario.open(notice, YINCHUAN)).isEmpty();
        assertThat(scenario.assignment(notice, YINCHUAN).stage()).isEqualTo(Stage.WAITING);
        assertThat(scenario.assignment(notice, YINCHUAN).dueDate()).isNull();
    }

    @Test
    void keepsTheTaskOpenWhenTheScheduleIsIncomplete() {
        long notice = dispatchedTo(SHANGHAI);
        scenario.sign(notice, HUANGPU);

        refused(notice, "scheduleSession", "请填写“学习形式”后再提交。");
        fill(notice, Map.of("form", "自学"));
        refused(notice, "scheduleSession", "请填写“计划日期”后再提交。");
        fill(notice, Map.of("plannedOn", "2026-03-06"));
        scenario.complete(notice, HUANGPU, "scheduleSession");

        assertThat(scenario.open(notice, HUANGPU)).containsExactly("holdSession");
        assertThat(scenario.acts(notice, HUANGPU)).endsWith("SESSION_SCHEDULED");
    }

    @Test
    void keepsTheTaskOpenWhenTheRecordIsIncomplete() {
        long notice = scheduled();

        refused(notice, "holdSession", "请填写“举行日期”后再提交。");
        fill(notice, Map.of("heldOn", "2026-03-04"));
        refused(notice, "holdSession", "请填写“情况简述”后再提交。");
        fill(notice, Map.of("summary", "已学习"));
        refused(notice, "holdSession", "请填写“参加人数”后再提交。");
        fill(notice, Map.of("participants", 12));
        scenario.complete(notice, HUANGPU, "holdSession");

        assertThat(scenario.open(notice, HUANGPU)).containsExactly("confirmSession");
    }

    @Test
    void refusesASessionThatLiesInTheFutureUntilItsDayHasCome() {
        long notice = scheduled();
        fill(notice, Map.of("heldOn", "2026-03-05", "participants", 12, "summary", "已学习"));

        refused(notice, "holdSession", "举行日期 2026-03-05 还没有到");
        time.moveTo(LocalDate.of(2026, 3, 5));
        scenario.complete(notice, HUANGPU, "holdSession");

        assertThat(scenario.open(notice, HUANGPU)).containsExactly("confirmSession");
    }

    @Test
    void refusesAnUnknownFormAndANumberOutOfRange() {
        long notice = scheduled();

        assertThatThrownBy(() -> fill(notice, Map.of("form", "聚餐")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“聚餐”不在可选范围内");
        assertThatThrownBy(() -> fill(notice, Map.of("participants", 0))).hasMessageContaining("1 到 100000");
        assertThatThrownBy(() -> fill(notice, Map.of("participants", 100_001))).hasMessageContaining("1 到 100000");
    }

    @Test
    void countsParticipantsOnlyOnceTheLeadHasConfirmed() {
        long notice = scheduled();
        fill(notice, Map.of("heldOn", "2026-03-04", "participants", 12, "summary", "已学习"));
        scenario.complete(notice, HUANGPU, "holdSession");
        assertThat(rollups.below(scenario.assignment(notice, SHANGHAI)).participants())
                .isZero();
        assertThat(rollups.below(scenario.assignment(notice, SHANGHAI)).held()).isZero();

        scenario.decide(notice, HUANGPU, "confirmSession", true, null);

        assertThat(rollups.below(scenario.assignment(notice, SHANGHAI)).participants())
                .isEqualTo(12);
        assertThat(rollups.below(scenario.assignment(notice, SHANGHAI)).held()).isEqualTo(1);
        assertThat(scenario.open(notice, HUANGPU)).containsExactly("compileReport");
    }

    @Test
    void keepsTheVersionTheLeadReturnedAndCountsOnlyTheConfirmedOne() {
        long notice = scheduled();
        LocalDate due = scenario.assignment(notice, HUANGPU).dueDate();
        fill(notice, Map.of("heldOn", "2026-03-04", "participants", 120, "summary", "已学习"));
        scenario.complete(notice, HUANGPU, "holdSession");

        scenario.decide(notice, HUANGPU, "confirmSession", false, "人数不对");

        assertThat(scenario.open(notice, HUANGPU)).containsExactly("holdSession");
        assertThat(scenario.assignment(notice, HUANGPU).dueDate()).isEqualTo(due);
        assertThat(scenario.assignment(notice, HUANGPU).returns()).isZero();
        fill(notice, Map.of("participants", 12));
        scenario.complete(notice, HUANGPU, "holdSession");
        scenario.decide(notice, HUANGPU, "confirmSession", true, null);
        long unit = scenario.assignment(notice, HUANGPU).id();
        List<Submission> versions = submissions.versions(unit, Kind.SESSION);
        assertThat(versions).extracting(Submission::status).containsExactly(Status.APPROVED, Status.RETURNED);
        assertThat(versions.get(1).returnReason()).isEqualTo("人数不对");
        assertThat(submissions.work(Kind.SESSION).read(versions.get(1).id())).containsEntry("participants", 120);
        assertThat(submissions.work(Kind.SESSION).read(versions.get(0).id()))
                .containsEntry("participants", 12)
                .containsEntry("form", "座谈会");
        assertThat(rollups.below(scenario.assignment(notice, SHANGHAI)).participants())
                .isEqualTo(12);
    }

    @Test
    void isRunByADepartmentWhichReportsToHeadquarters() {
        long notice = scenario.issueTo(OFFICE, NINGXIA);

        scenario.study(notice, OFFICE, 8);

        assertThat(scenario.assignment(notice, OFFICE).stage()).isEqualTo(Stage.REPORT);
        scenario.report(notice, OFFICE);
        assertThat(scenario.assignment(notice, OFFICE).stage()).isEqualTo(Stage.DELIVERED);
        assertThat(scenario.instance(notice, OFFICE)).isNull();
        assertThat(scenario.open(notice, Scenario.HQ)).isEmpty();
    }

    private long dispatchedTo(String province) {
        long notice = scenario.issueTo(province);
        scenario.plan(notice, province);
        return notice;
    }

    private long scheduled() {
        long notice = dispatchedTo(SHANGHAI);
        scenario.sign(notice, HUANGPU);
        fill(notice, Map.of("form", "座谈会", "plannedOn", "2026-03-05"));
        scenario.complete(notice, HUANGPU, "scheduleSession");
        return notice;
    }

    private void fill(long notice, Map<String, Object> fields) {
        scenario.fill(notice, HUANGPU, Kind.SESSION, fields);
    }

    private void refused(long notice, String task, String message) {
        assertThatThrownBy(() -> scenario.complete(notice, HUANGPU, task))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining(message);
        assertThat(scenario.open(notice, HUANGPU)).containsExactly(task);
    }
}
