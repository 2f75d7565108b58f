package org.noticecascade.report.process;

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
import org.noticecascade.directory.Unit;
import org.noticecascade.notice.Rollups;
import org.noticecascade.notice.Stage;
import org.noticecascade.notice.Submission;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submission.Status;
import org.noticecascade.notice.Submissions;
import org.noticecascade.report.Drafts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class UnitReportTest {
    private static final String HAINAN = "460000";
    private static final String SANSHA = "460300";
    private static final String XISHA = "460302";
    private static final String NANSHA = "460303";

    @Autowired
    private Scenario scenario;

    @Autowired
    private TestTime time;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Rollups rollups;

    @Autowired
    private Drafts drafts;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void isPrefilledFromTheOwnSessionWhereNobodyIsBelow() {
        long notice = dispatchedToCounties();

        scenario.study(notice, XISHA, 7);

        assertThat(report(notice, XISHA))
                .containsEntry("unitsTotal", 0)
                .containsEntry("unitsReported", 0)
                .containsEntry("sessionsHeld", 1)
                .containsEntry("participants", 7);
    }

    @Test
    void isPrefilledFromSubordinatesAndTheOwnSession() {
        long notice = dispatchedToCounties();
        scenario.study(notice, XISHA, 7);
        scenario.report(notice, XISHA);
        scenario.study(notice, NANSHA, 8);
        studyAtThePrefecture(notice);
        assertThat(scenario.open(notice, SANSHA)).isEmpty();

        scenario.report(notice, NANSHA);

        assertThat(scenario.open(notice, SANSHA)).containsExactly("compileReport");
        assertThat(report(notice, SANSHA))
                .containsEntry("unitsTotal", 2)
                .containsEntry("unitsReported", 2)
                .containsEntry("sessionsHeld", 3)
                .containsEntry("participants", 7 + 8 + 20);
    }

    @Test
    void isPrefilledForAProvinceFromAllLevelsBelow() {
        long notice = dispatchedToCounties();
        int participants = 0;
        int units = 0;
        for (Unit prefecture : scenario.units().childrenOf(HAINAN)) {
            if (!prefecture.code().equals(SANSHA)) {
                scenario.study(notice, prefecture.code(), 3);
            } else {
                studyAtThePrefecture(notice);
            }
            participants += prefecture.code().equals(SANSHA) ? 20 : 3;
            units++;
            for (Unit county : scenario.units().childrenOf(prefecture.code())) {
                scenario.study(notice, county.code(), 5);
                scenario.report(notice, county.code());
                participants += 5;
                units++;
            }
            scenario.report(notice, prefecture.code());
        }

        assertThat(scenario.open(notice, HAINAN)).containsExactly("compileReport");
        assertThat(report(notice, HAINAN))
                .containsEntry("unitsTotal", units)
                .containsEntry("unitsReported", units)
                .containsEntry("sessionsHeld", units)
                .containsEntry("participants", participants);
    }

    @Test
    void refusesAnIncompleteReport() {
        long notice = dispatchedToCounties();
        scenario.study(notice, XISHA, 7);

        assertThatThrownBy(() -> scenario.complete(notice, XISHA, "compileReport"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessage("请填写“落实情况”后再提交。");
        scenario.fill(notice, XISHA, Kind.REPORT, java.util.Collections.singletonMap("participants", null));
        scenario.fill(notice, XISHA, Kind.REPORT, Map.of("content", "已落实"));
        assertThatThrownBy(() -> scenario.complete(notice, XISHA, "compileReport"))
                .hasMessage("请填写“参加人数”后再提交。");

        assertThat(scenario.open(notice, XISHA)).containsExactly("compileReport");
    }

    @Test
    void countsAsReportedOnlyOnceTheSuperiorHasAccepted() {
        long notice = dispatchedToCounties();
        scenario.study(notice, XISHA, 7);
        handIn(notice, XISHA);
        assertThat(reported(notice)).isZero();
        assertThat(scenario.assignment(notice, XISHA).stage()).isEqualTo(Stage.REVIEW);

        scenario.decide(notice, XISHA, "reviewReport", true, null);

        assertThat(reported(notice)).isEqualTo(1);
    }

    @Test
    void goesBackAsOftenAsTheSuperiorReturnsItAndRestartsTheDueDateEachTime() {
        long notice = dispatchedToCounties();
        scenario.study(notice, XISHA, 7);
        scenario.fill(notice, XISHA, Kind.REPORT, Map.of("content", "第1稿"));
        for (int round = 1; round <= 3; round++) {
            scenario.complete(notice, XISHA, "compileReport");
            scenario.decide(notice, XISHA, "approveReport", true, null);
            time.moveTo(LocalDate.of(2026, 5, 11).plusWeeks(round));
            scenario.decide(notice, XISHA, "reviewReport", false, "第%d次退回".formatted(round));

            assertThat(scenario.open(notice, XISHA)).containsExactly("compileReport");
            assertThat(scenario.assignment(notice, XISHA).stage()).isEqualTo(Stage.REPORT);
            assertThat(scenario.assignment(notice, XISHA).dueDate()).isEqualTo(time.inWorkingDays(3));
            assertThat(scenario.task(notice, XISHA, "compileReport")
                            .getDueDate()
                            .toInstant()
                            .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                            .toLocalDate())
                    .isEqualTo(time.inWorkingDays(3));
            assertThat(scenario.assignment(notice, XISHA).returns()).isEqualTo(round);
            assertThat(reported(notice)).isZero();
            scenario.fill(notice, XISHA, Kind.REPORT, Map.of("content", "第%d稿".formatted(round + 1)));
        }
        handInAgain(notice, XISHA);
        scenario.decide(notice, XISHA, "reviewReport", true, null);

        List<Submission> versions =
                submissions.versions(scenario.assignment(notice, XISHA).id(), Kind.REPORT);
        assertThat(versions)
                .extracting(Submission::status)
                .containsExactly(Status.ACCEPTED, Status.RETURNED, Status.RETURNED, Status.RETURNED);
        assertThat(versions).extracting(Submission::returnReason).containsExactly(null, "第3次退回", "第2次退回", "第1次退回");
        assertThat(versions)
                .extracting(version ->
                        submissions.work(Kind.REPORT).read(version.id()).get("content"))
                .containsExactly("第4稿", "第3稿", "第2稿", "第1稿");
        assertThat(versions).extracting(Submission::decidedBy).containsOnly("u460300staff");
        assertThat(reported(notice)).isEqualTo(1);
    }

    @Test
    void isReturnedByHeadquartersToADepartmentToo() {
        long notice = scenario.issueTo("000001");
        scenario.study(notice, "000001", 5);
        for (int round = 1; round <= 3; round++) {
            scenario.fill(notice, "000001", Kind.REPORT, Map.of("content", "第%d稿".formatted(round)));
            handInAgain(notice, "000001");
            scenario.decide(notice, "000001", "reviewReport", false, "再核实");
        }

        assertThat(scenario.assignment(notice, "000001").returns()).isEqualTo(3);
        assertThat(scenario.open(notice, "000001")).containsExactly("compileReport");
        assertThat(scenario.open(notice, Scenario.HQ)).isEmpty();
    }

    @Test
    void keepsTheDueDateWhenTheOwnLeadReturns() {
        long notice = dispatchedToCounties();
        scenario.study(notice, XISHA, 7);
        LocalDate due = scenario.assignment(notice, XISHA).dueDate();
        scenario.fill(notice, XISHA, Kind.REPORT, Map.of("content", "已落实"));
        scenario.complete(notice, XISHA, "compileReport");

        scenario.decide(notice, XISHA, "approveReport", false, "再写");

        assertThat(scenario.open(notice, XISHA)).containsExactly("compileReport");
        assertThat(scenario.assignment(notice, XISHA).dueDate()).isEqualTo(due);
        assertThat(scenario.assignment(notice, XISHA).returns()).isZero();
    }

    @Test
    void refusesAReportWhileASubordinateIsOpen() {
        long notice = dispatchedToCounties();
        scenario.study(notice, XISHA, 7);
        scenario.report(notice, XISHA);
        submissions.open(scenario.assignment(notice, SANSHA).id(), Kind.REPORT);
        scenario.fill(
                notice,
                SANSHA,
                Kind.REPORT,
                Map.of("content", "已落实", "unitsTotal", 2, "unitsReported", 2, "sessionsHeld", 2, "participants", 9));

        assertThatThrownBy(() -> submit(notice, SANSHA))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("还有 1 个下级单位未办结");
        scenario.study(notice, NANSHA, 2);
        scenario.report(notice, NANSHA);

        assertThat(submit(notice, SANSHA)).isEqualTo(1);
    }

    private Integer submit(long notice, String unit) {
        return transaction.execute(status -> drafts.submit(scenario.assignment(notice, unit)));
    }

    private long dispatchedToCounties() {
        long notice = scenario.issueTo(HAINAN);
        scenario.plan(notice, HAINAN);
        scenario.sign(notice, SANSHA);
        return notice;
    }

    private void studyAtThePrefecture(long notice) {
        scenario.fill(
                notice,
                SANSHA,
                Kind.SESSION,
                Map.of(
                        "form", "自学",
                        "plannedOn", "2026-03-04",
                        "heldOn", "2026-03-04",
                        "participants", 20,
                        "summary", "已学习"));
        scenario.complete(notice, SANSHA, "scheduleSession");
        scenario.complete(notice, SANSHA, "holdSession");
        scenario.decide(notice, SANSHA, "confirmSession", true, null);
    }

    private void handIn(long notice, String unit) {
        scenario.fill(notice, unit, Kind.REPORT, Map.of("content", "已落实"));
        handInAgain(notice, unit);
    }

    private void handInAgain(long notice, String unit) {
        scenario.complete(notice, unit, "compileReport");
        scenario.decide(notice, unit, "approveReport", true, null);
    }

    private Map<String, Object> report(long notice, String unit) {
        long version = submissions
                .expect(scenario.assignment(notice, unit).id(), Kind.REPORT)
                .id();
        return submissions.work(Kind.REPORT).read(version);
    }

    private int reported(long notice) {
        return rollups.below(scenario.assignment(notice, SANSHA)).reported();
    }
}
