package org.noticecascade.notice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.noticecascade.Http;
import org.noticecascade.ProcessTest;
import org.noticecascade.Refusal;
import org.noticecascade.Scenario;
import org.noticecascade.TestJobs;
import org.noticecascade.TestTime;
import org.noticecascade.directory.Level;
import org.noticecascade.directory.Role;
import org.noticecascade.notice.Addressing;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Changes;
import org.noticecascade.notice.Drafting;
import org.noticecascade.notice.Due;
import org.noticecascade.notice.Notice;
import org.noticecascade.notice.NoticeArchive;
import org.noticecascade.notice.NoticeStatus;
import org.noticecascade.notice.Notices;
import org.noticecascade.notice.Stage;
import org.noticecascade.notice.Submission.Kind;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class HeadquartersNoticeTest {
    private static final String HQ = Scenario.HQ;
    private static final String NINGXIA = "640000";
    private static final String YINCHUAN = "640100";
    private static final String XINGQING = "640104";
    private static final String HAINAN = "460000";
    private static final String SHANGHAI = "310000";
    private static final String OFFICE = "000001";

    @Autowired
    private Http http;

    @Autowired
    private Scenario scenario;

    @Autowired
    private TestTime time;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private Drafting drafting;

    @Autowired
    private Addressing addressing;

    @Autowired
    private Notices notices;

    @Autowired
    private NoticeArchive archive;

    @Autowired
    private Assignments assignments;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private HistoryService history;

    // ---- draft

    @Test
    void readsADocumentIntoADraftForStaffOfHeadquarters() {
        long notice = scenario.draft(Scenario.text(1));

        Notice draft = notices.get(notice);
        assertThat(draft.status()).isEqualTo(NoticeStatus.DRAFT);
        assertThat(draft.documentNumber()).isEqualTo("国市监示范〔2026〕1号");
        assertThat(draft.title()).isEqualTo("示范局关于开展标准化学习的通知");
        assertThat(draft.issueDate()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(addressing.addresseesOf(notice)).contains(NINGXIA, HAINAN, SHANGHAI, OFFICE);
        assertThat(scenario.open(notice, HQ)).containsExactly("draftNotice");
        assertThat(scenario.task(notice, HQ, "draftNotice").getDescription()).contains("标准化学习");
    }

    @Test
    void opensABlankDraftWithoutADocument() {
        scenario.signIn(HQ, Role.STAFF);
        String instance = runtime.startProcessInstanceByKey(NoticeProcess.KEY).getId();
        scenario.signOut();

        String key = runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey();
        long notice = Assignments.noticeIdIn(key);
        assertThat(notices.get(notice).title()).isNull();
        assertThat(scenario.task(notice, HQ, "draftNotice").getDescription()).isEqualTo("（无文号） （无标题）");
        assertThat(addressing.duesOf(notice)).isNotEmpty();
        refusedToSubmit(notice, "请填写“发文字号”后再提交。");
    }

    @Test
    void namesTheMissingFieldAndKeepsTheTaskOpen() {
        long notice = scenario.draft(Scenario.text(2));
        change(notice, changes("", null, null, null));

        refusedToSubmit(notice, "请填写“发文字号”后再提交。");
        change(notice, changes("国市监示范〔2026〕2号", " ", null, null));
        refusedToSubmit(notice, "请填写“标题”后再提交。");
        change(notice, changes(null, "通知", null, null));
        scenario.address(notice);
        refusedToSubmit(notice, "请至少选择一个收文单位。");
        scenario.address(notice, NINGXIA);

        scenario.complete(notice, HQ, "draftNotice");
        assertThat(scenario.open(notice, HQ)).containsExactly("signNotice");
    }

    @Test
    void refusesAnAddresseeThatIsNotDirectlyBelowHeadquarters() {
        long notice = scenario.draft(Scenario.text(3));
        List<String> before = addressing.addresseesOf(notice);

        assertThatThrownBy(() -> scenario.address(notice, NINGXIA, YINCHUAN))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“640100”不是总局直接下级单位");
        assertThatThrownBy(() -> scenario.address(notice, HQ)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> scenario.address(notice, "999999")).isInstanceOf(Refusal.class);

        assertThat(addressing.addresseesOf(notice)).isEqualTo(before);
    }

    @Test
    void refusesADueDateBeforeToday() {
        long notice = scenario.draft(Scenario.text(4));
        scenario.address(notice, NINGXIA);
        due(notice, Level.PROVINCE, Stage.PLAN, LocalDate.of(2026, 3, 3));

        refusedToSubmit(notice, "省级工作方案时限 2026年3月3日（星期二） 早于今天 2026年3月4日（星期三）");
    }

    @Test
    void refusesADueDateBeforeTheIssueDate() {
        long notice = scenario.draft(Scenario.text(5));
        scenario.address(notice, NINGXIA);
        change(notice, changes(null, null, LocalDate.of(2026, 3, 5), null));
        due(notice, Level.PROVINCE, Stage.RECEIPT, LocalDate.of(2026, 3, 4));

        refusedToSubmit(notice, "省级签收时限 2026年3月4日（星期三） 早于成文日期 2026年3月5日（星期四）");
    }

    @Test
    void refusesAMissingDueDate() {
        long notice = scenario.draft(Scenario.text(6));
        scenario.address(notice, NINGXIA);
        List<Due> dues = new ArrayList<>(addressing.duesOf(notice));
        dues.removeIf(due -> due.level() == Level.COUNTY && due.stage() == Stage.STUDY);
        change(notice, changes(null, null, null, dues));

        refusedToSubmit(notice, "请填写“县级学习活动时限”后再提交。");
    }

    @Test
    void movesADueDateOffADayOffAndSaysSo() {
        long notice = scenario.draft(Scenario.text(7));

        List<String> hints = due(notice, Level.PROVINCE, Stage.PLAN, LocalDate.of(2026, 5, 1));

        assertThat(hints).containsExactly("省级工作方案时限 2026年5月1日（星期五） 为休息日，已顺延至 2026年5月6日（星期三）。");
        assertThat(addressing.dueOf(notice, Level.PROVINCE, Stage.PLAN)).contains(LocalDate.of(2026, 5, 6));
    }

    @Test
    void keepsADueDateOnAMakeUpDay() {
        long notice = scenario.draft(Scenario.text(8));
        LocalDate saturday = LocalDate.of(2026, 5, 9);

        assertThat(due(notice, Level.PROVINCE, Stage.PLAN, saturday)).isEmpty();

        assertThat(addressing.dueOf(notice, Level.PROVINCE, Stage.PLAN)).contains(saturday);
    }

    @Test
    void refusesToIssueTheSameDocumentNumberTwice() {
        long first = scenario.draft(Scenario.text(9));
        issue(first, Level.COUNTY, NINGXIA);
        long second = scenario.draft(Scenario.text(9));
        scenario.address(second, HAINAN);

        refusedToSubmit(second, "文号“国市监示范〔2026〕9号”已经印发过");
    }

    @Test
    void refusesToSignTwoDraftsOfTheSameNumberThatWaitTogether() {
        long first = scenario.draft(Scenario.text(10));
        long second = scenario.draft(Scenario.text(10));
        scenario.address(first, NINGXIA);
        scenario.address(second, HAINAN);
        scenario.complete(first, HQ, "draftNotice");
        scenario.complete(second, HQ, "draftNotice");
        scenario.decide(first, HQ, "signNotice", true, null);

        assertThatThrownBy(() -> scenario.decide(second, HQ, "signNotice", true, null))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("已经印发过");

        scenario.decide(second, HQ, "signNotice", false, "文号重复");
        assertThat(scenario.open(second, HQ)).containsExactly("draftNotice");
    }

    // ---- signature

    @Test
    void keepsTheReturnedVersionWithItsReasonAndBringsTheDraftBack() {
        long notice = scenario.draft(Scenario.text(11));
        scenario.address(notice, NINGXIA);
        scenario.complete(notice, HQ, "draftNotice");
        assertThatThrownBy(() -> change(notice, changes(null, "改", null, null)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("待签发");

        scenario.decide(notice, HQ, "signNotice", false, "标题不准确");

        assertThat(scenario.open(notice, HQ)).containsExactly("draftNotice");
        change(notice, changes(null, "关于开展学习的通知", null, null));
        scenario.complete(notice, HQ, "draftNotice");
        scenario.decide(notice, HQ, "signNotice", true, null);
        var versions = archive.versionsOf(notice);
        assertThat(versions).extracting(version -> version.version()).containsExactly(2, 1);
        assertThat(versions).extracting(version -> version.approved()).containsExactly(true, false);
        assertThat(versions.get(1).returnReason()).isEqualTo("标题不准确");
        assertThat(versions.get(1).decidedBy()).isEqualTo("u000000lead");
        assertThat(versions.get(1).submittedBy()).isEqualTo("u000000staff");
        assertThat(versions.get(1).snapshot()).contains("示范局关于开展标准化学习的通知");
        assertThat(versions.get(0).snapshot()).contains("\"关于开展学习的通知\"");
    }

    @Test
    void refusesAReturnWithoutAReason() {
        long notice = scenario.draft(Scenario.text(12));
        scenario.address(notice, NINGXIA);
        scenario.complete(notice, HQ, "draftNotice");

        assertThatThrownBy(() -> scenario.decide(notice, HQ, "signNotice", false, " "))
                .hasMessage("退回必须写明理由，请填写后再提交。");

        assertThat(scenario.open(notice, HQ)).containsExactly("signNotice");
        assertThat(notices.get(notice).status()).isEqualTo(NoticeStatus.SIGNING);
    }

    // ---- fan-out

    @Test
    void startsOneProcessPerAddresseeInTheTenantOfItsProvince() {
        long notice = scenario.issueTo(NINGXIA, HAINAN, OFFICE);

        Assignment root = scenario.assignment(notice, HQ);
        assertThat(assignments.childrenOf(root.id(), 0, 100))
                .extracting(Assignment::unitCode)
                .containsExactly(OFFICE, HAINAN, NINGXIA);
        for (String unit : List.of(NINGXIA, HAINAN, OFFICE)) {
            assertThat(scenario.instance(notice, unit).getTenantId()).isEqualTo(unit);
            assertThat(scenario.instance(notice, unit).getId())
                    .isEqualTo(scenario.assignment(notice, unit).instanceId());
            assertThat(scenario.open(notice, unit)).containsExactly("signReceipt");
        }
        assertThat(scenario.instance(notice, HQ).getTenantId()).isNull();
        assertThat(scenario.instance(notice, NINGXIA).getProcessDefinitionKey()).isEqualTo("provincial-plan");
        assertThat(scenario.instance(notice, OFFICE).getProcessDefinitionKey()).isEqualTo("local-study-session");
        assertThat(notices.get(notice).status()).isEqualTo(NoticeStatus.ISSUED);
        assertThat(root.stage()).isEqualTo(Stage.WAITING);
    }

    @Test
    void startsEveryProvinceAndDepartmentInBatches() {
        long notice = scenario.draft(Scenario.text(13));
        int addressees = addressing.addresseesOf(notice).size();
        scenario.complete(notice, HQ, "draftNotice");

        scenario.decide(notice, HQ, "signNotice", true, null);

        assertThat(jobs.due()).hasSize(1);
        jobs.runAll();
        assertThat(addressees).isGreaterThan(50);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKeyLike(notice + "/%")
                        .count())
                .isEqualTo(addressees + 1);
        assertThat(history.createHistoricActivityInstanceQuery()
                        .activityId("serviceTask_startUnits")
                        .processInstanceId(scenario.instance(notice, HQ).getId())
                        .count())
                .isEqualTo(2);
    }

    @Test
    void reachesPrefecturesButNoCountiesWhereTheNoticeEndsThere() {
        long notice = scenario.draft(Scenario.text(14));
        issue(notice, Level.PREFECTURE, NINGXIA);
        scenario.plan(notice, NINGXIA);

        scenario.sign(notice, YINCHUAN);

        assertThat(scenario.open(notice, YINCHUAN)).containsExactly("scheduleSession");
        assertThat(assignments.find(notice, XINGQING)).isEmpty();
        assertThat(scenario.acts(notice, YINCHUAN)).doesNotContain("ASSIGNED");
    }

    @Test
    void endsAtTheProvinceWhereTheNoticeSaysSo() {
        long notice = scenario.draft(Scenario.text(15));
        issue(notice, Level.PROVINCE, NINGXIA);

        scenario.plan(notice, NINGXIA);

        assertThat(scenario.open(notice, NINGXIA)).containsExactly("compileReport");
        assertThat(assignments.find(notice, YINCHUAN)).isEmpty();
        assertThat(scenario.assignment(notice, NINGXIA).stage()).isEqualTo(Stage.REPORT);
    }

    // ---- end

    @Test
    void closesWithoutGapsOnceEveryoneHasReported() {
        long notice = scenario.draft(Scenario.text(16));
        issue(notice, Level.PROVINCE, NINGXIA, HAINAN);
        scenario.plan(notice, NINGXIA);
        scenario.report(notice, NINGXIA);
        assertThat(scenario.open(notice, HQ)).isEmpty();
        scenario.plan(notice, HAINAN);
        scenario.report(notice, HAINAN);

        scenario.fill(notice, HQ, Kind.REPORT, Map.of("content", "全国已落实"));
        scenario.complete(notice, HQ, "compileNationalReport");
        scenario.decide(notice, HQ, "approveNationalReport", true, null);

        assertThat(notices.get(notice).status()).isEqualTo(NoticeStatus.CLOSED);
        assertThat(notices.get(notice).closedWithGaps()).isFalse();
        assertThat(management.createBatchQuery().count()).isZero();
        String archive = scenario.task(notice, HQ, "archiveNotice").getId();
        assertThat(http.get("u000000staff", "/api/tasks/" + archive)
                        .body()
                        .path("work")
                        .path("content")
                        .asText())
                .as("what is filed is shown")
                .isEqualTo("全国已落实");
        scenario.complete(notice, HQ, "archiveNotice");
        assertThat(notices.get(notice).status()).isEqualTo(NoticeStatus.ARCHIVED);
        assertThat(scenario.instance(notice, HQ)).isNull();
        assertThat(noticeActs(notice)).contains("NOTICE_CLOSED", "NOTICE_ARCHIVED");
    }

    @Test
    void compilesAtTheFinalDueDateAndClosesWithDeclaredGaps() {
        long notice = scenario.draft(Scenario.text(17));
        issue(notice, Level.COUNTY, NINGXIA, HAINAN);
        scenario.plan(notice, NINGXIA);
        List<String> openInstances = List.of(
                scenario.instance(notice, NINGXIA).getId(),
                scenario.instance(notice, HAINAN).getId(),
                scenario.instance(notice, YINCHUAN).getId());
        Job timer = finalDueTimer(notice);
        LocalDate finalDue = addressing.dueOf(notice, Level.HQ, Stage.REPORT).orElseThrow();
        assertThat(timer.getDuedate().toInstant())
                .isEqualTo(finalDue.plusDays(1)
                        .atStartOfDay(java.time.ZoneId.of("Asia/Shanghai"))
                        .toInstant());
        time.moveTo(finalDue);
        assertThat(jobs.due()).extracting(Job::getId).doesNotContain(timer.getId());
        time.moveTo(finalDue.plusDays(1));
        assertThat(jobs.due()).extracting(Job::getId).contains(timer.getId());

        management.executeJob(timer.getId());

        assertThat(scenario.open(notice, HQ)).containsExactly("compileNationalReport");
        scenario.fill(notice, HQ, Kind.REPORT, Map.of("content", "全国已落实"));
        assertThatThrownBy(() -> scenario.complete(notice, HQ, "compileNationalReport"))
                .hasMessageContaining("请在“缺报说明”中写明情况");
        scenario.fill(notice, HQ, Kind.REPORT, Map.of("gapsDeclared", "两省未报"));
        scenario.complete(notice, HQ, "compileNationalReport");
        scenario.decide(notice, HQ, "approveNationalReport", false, "补充原因");
        assertThat(scenario.open(notice, HQ)).containsExactly("compileNationalReport");
        scenario.complete(notice, HQ, "compileNationalReport");
        scenario.decide(notice, HQ, "approveNationalReport", true, null);
        jobs.runAll();

        assertThat(notices.get(notice).status()).isEqualTo(NoticeStatus.CLOSED);
        assertThat(notices.get(notice).closedWithGaps()).isTrue();
        for (String unit : List.of(NINGXIA, HAINAN, YINCHUAN)) {
            assertThat(scenario.assignment(notice, unit).stage()).isEqualTo(Stage.MISSED);
            assertThat(scenario.open(notice, unit)).isEmpty();
        }
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceIds(java.util.Set.copyOf(openInstances))
                        .count())
                .isZero();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKeyLike(notice + "/%")
                        .count())
                .isEqualTo(1);
        assertThat(scenario.open(notice, HQ)).containsExactly("archiveNotice");
        assertThat(noticeActs(notice)).contains("NOTICE_CLOSED_WITH_GAPS");
    }

    @Test
    void endsAUnitThatIsInTheMiddleOfItsReportWhenTheNoticeCloses() {
        long notice = scenario.draft(Scenario.text(18));
        issue(notice, Level.PROVINCE, NINGXIA);
        scenario.plan(notice, NINGXIA);
        scenario.fill(notice, NINGXIA, Kind.REPORT, Map.of("content", "已落实"));
        scenario.complete(notice, NINGXIA, "compileReport");
        management.executeJob(finalDueTimer(notice).getId());
        scenario.fill(notice, HQ, Kind.REPORT, Map.of("content", "全国已落实", "gapsDeclared", "一省未报"));
        scenario.complete(notice, HQ, "compileNationalReport");

        scenario.decide(notice, HQ, "approveNationalReport", true, null);
        jobs.runAll();

        assertThat(scenario.open(notice, NINGXIA)).isEmpty();
        assertThat(scenario.assignment(notice, NINGXIA).stage()).isEqualTo(Stage.MISSED);
    }

    @Test
    void takesAUnitThatReportsWhileTheNationalReportIsWritten() {
        long notice = scenario.draft(Scenario.text(19));
        issue(notice, Level.PROVINCE, NINGXIA);
        scenario.plan(notice, NINGXIA);
        management.executeJob(finalDueTimer(notice).getId());

        scenario.report(notice, NINGXIA);

        assertThat(scenario.assignment(notice, NINGXIA).stage()).isEqualTo(Stage.DELIVERED);
        assertThat(scenario.instance(notice, NINGXIA)).isNull();
        scenario.fill(notice, HQ, Kind.REPORT, Map.of("content", "全国已落实"));
        scenario.complete(notice, HQ, "compileNationalReport");
        scenario.decide(notice, HQ, "approveNationalReport", true, null);
        assertThat(notices.get(notice).closedWithGaps()).isFalse();
    }

    // ---- steps

    private Job finalDueTimer(long notice) {
        return management
                .createJobQuery()
                .timers()
                .processInstanceId(scenario.instance(notice, HQ).getId())
                .singleResult();
    }

    private void issue(long notice, Level downTo, String... units) {
        scenario.address(notice, units);
        change(notice, new Changes(null, null, null, null, null, null, null, downTo, null, null, null));
        scenario.complete(notice, HQ, "draftNotice");
        scenario.decide(notice, HQ, "signNotice", true, null);
        jobs.runAll();
    }

    private List<String> due(long notice, Level level, Stage stage, LocalDate day) {
        List<Due> dues = new ArrayList<>(addressing.duesOf(notice));
        dues.removeIf(due -> due.level() == level && due.stage() == stage);
        dues.add(new Due(level, stage, day));
        return change(notice, changes(null, null, null, dues));
    }

    private List<String> change(long notice, Changes changes) {
        scenario.signIn(HQ, Role.STAFF);
        try {
            return drafting.save(notice, changes);
        } finally {
            scenario.signOut();
        }
    }

    private static Changes changes(String number, String title, LocalDate issued, List<Due> dues) {
        return new Changes(number, title, null, null, issued, null, null, null, null, null, dues);
    }

    private void refusedToSubmit(long notice, String message) {
        assertThatThrownBy(() -> scenario.complete(notice, HQ, "draftNotice"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining(message);
        assertThat(scenario.open(notice, HQ)).containsExactly("draftNotice");
        assertThat(notices.get(notice).status()).isEqualTo(NoticeStatus.DRAFT);
    }

    @Autowired
    private org.springframework.jdbc.core.simple.JdbcClient jdbc;

    private List<String> noticeActs(long notice) {
        return jdbc.sql("select act from ledger where notice_id = :notice and unit_code is null order by id")
                .param("notice", notice)
                .query(String.class)
                .list();
    }
}
