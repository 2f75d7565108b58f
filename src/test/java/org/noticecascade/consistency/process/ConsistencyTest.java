package org.noticecascade.consistency.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.Http;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestJobs;
import org.noticecascade.TestTime;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.consistency.Consistency;
import org.noticecascade.consistency.Difference;
import org.noticecascade.consistency.Kind;
import org.noticecascade.consistency.process.Repairs.Outcome;
import org.noticecascade.deadline.process.ExtensionRequests;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Stage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A world that people left in order, then one thing broken at a time by hand. */
@ProcessTest
class ConsistencyTest {
    private static final String NINGXIA = "640000";
    private static final String YINCHUAN = "640100";
    private static final String SHIZUISHAN = "640200";
    private static final String WUZHONG = "640300";
    private static final String HAINAN = "460000";
    private static final String SHANGHAI = "310000";
    private static final String OFFICE = "000001";

    @Autowired
    private Scenario scenario;

    @Autowired
    private Consistency consistency;

    @Autowired
    private Repairs repairs;

    @Autowired
    private CommandLineCheck commandLine;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private TestTime time;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private ExtensionRequests extensions;

    @Autowired
    private Http http;

    @Autowired
    JdbcClient jdbc;

    private long notice;
    private String delivered = "";
    private String waitingCounty = "";

    @BeforeEach
    void world() {
        notice = scenario.issueTo(NINGXIA, HAINAN, SHANGHAI, OFFICE);
        scenario.plan(notice, NINGXIA);
        scenario.study(notice, YINCHUAN, 12);
        delivered = scenario.units().childrenOf(YINCHUAN).get(0).code();
        waitingCounty = scenario.units().childrenOf(YINCHUAN).get(1).code();
        scenario.study(notice, delivered, 5);
        scenario.report(notice, delivered);
        scenario.sign(notice, SHIZUISHAN);
        scenario.sign(notice, HAINAN);
        scenario.draftPlan(notice, HAINAN);
        scenario.decide(notice, HAINAN, "approvePlan", false, "请补充");
        scenario.draftPlan(notice, HAINAN);
        scenario.study(notice, OFFICE, 3);
        scenario.report(notice, OFFICE);
    }

    @Test
    void findsNothingInAHealthyWorldAndSaysSo() {
        assertThat(look()).isEmpty();
        assertThat(printed(false)).contains("0%", "100%", "没有差异");
    }

    @Test
    void findsNothingWhileJobsAreUnderWay() {
        scenario.withSixtyUnitsBelow(WUZHONG, "6439", () -> {
            scenario.complete(notice, WUZHONG, "signReceipt");
            assertThat(jobs.due()).isNotEmpty();

            assertThat(look()).isEmpty();

            jobs.runAll();
            assertThat(look()).isEmpty();
        });
    }

    @Test
    void startsLostProcessesAgainWhereTheirUnitsStand() {
        lose(SHANGHAI);
        broken(Kind.INSTANCE_GONE, SHANGHAI);
        assertThat(scenario.open(notice, SHANGHAI)).containsExactly("signReceipt");

        lose(HAINAN);
        broken(Kind.INSTANCE_GONE, HAINAN);
        assertThat(scenario.open(notice, HAINAN)).containsExactly("approvePlan");

        lose(SHIZUISHAN);
        broken(Kind.INSTANCE_GONE, SHIZUISHAN);
        assertThat(scenario.open(notice, SHIZUISHAN)).containsExactly("scheduleSession");

        lose(YINCHUAN);
        broken(Kind.INSTANCE_GONE, YINCHUAN);
        assertThat(scenario.assignment(notice, YINCHUAN).stage()).isEqualTo(Stage.WAITING);

        lose(WUZHONG);
        set(WUZHONG, "instance_id = null");
        broken(Kind.NOT_STARTED, WUZHONG);
        assertThat(scenario.open(notice, WUZHONG)).containsExactly("signReceipt");
        assertThat(scenario.acts(notice, WUZHONG)).contains("REPAIRED");
    }

    @Test
    void leavesALostReportToAPerson() {
        scenario.study(notice, waitingCounty, 7);
        lose(waitingCounty);

        assertThat(only(Kind.INSTANCE_GONE).unitCode()).isEqualTo(waitingCounty);
        assertThat(repairs.repair(look())).singleElement().satisfies(repair -> {
            assertThat(repair.outcome()).isEqualTo(Outcome.BY_HAND);
            assertThat(repair.chinese()).contains("免予办理");
        });
        assertThat(scenario.acts(notice, waitingCounty)).doesNotContain("REPAIRED");
    }

    @Test
    void endsWhatRunsWithoutAReason() {
        set(SHANGHAI, "instance_id = 'lost'");
        broken(Kind.INSTANCE_NOT_NOTED, SHANGHAI);

        String second = runtime.startProcessInstanceByKey("provincial-plan", notice + "/" + SHANGHAI)
                .getId();
        assertThat(only(Kind.INSTANCE_DOUBLED).subject()).isEqualTo(second);
        broken(Kind.INSTANCE_DOUBLED, SHANGHAI);

        jdbc.sql("delete from assignment where notice_id = :notice and unit_code = :unit")
                .param("notice", notice)
                .param("unit", WUZHONG)
                .update();
        broken(Kind.INSTANCE_ORPHANED, WUZHONG);

        set(SHIZUISHAN, "stage = 'WAIVED', due_date = null");
        assertThat(kinds())
                .contains(Kind.FINISHED_BUT_RUNNING, Kind.OPEN_BELOW_WAIVED)
                .contains(Kind.LEDGER_COUNT);
        repairs.repair(look());
        jobs.runAll();
        assertThat(kinds()).doesNotContain(Kind.OPEN_BELOW_WAIVED);
        repairs.repair(look());
        assertThat(kinds()).containsExactly(Kind.LEDGER_COUNT);
        assertThat(scenario.instance(notice, SHIZUISHAN)).isNull();
    }

    @Test
    void noticesThatTheJoinDidNotHappenAndDoesIt() {
        for (var county : scenario.units().childrenOf(YINCHUAN)) {
            if (!county.code().equals(delivered)) {
                scenario.study(notice, county.code(), 2);
                scenario.fill(
                        notice,
                        county.code(),
                        org.noticecascade.notice.Submission.Kind.REPORT,
                        java.util.Map.of("content", "已落实"));
                scenario.complete(notice, county.code(), "compileReport");
                scenario.decide(notice, county.code(), "approveReport", true, null);
                scenario.decide(notice, county.code(), "reviewReport", true, null);
            }
        }
        assertThat(look()).as("joins under way").isEmpty();
        List<Job> joins = jobs.due();
        joins.forEach(job -> management.deleteJob(job.getId()));

        assertThat(kinds()).containsExactlyInAnyOrder(Kind.SUPERIOR_STUCK, Kind.JOB_LOST);
        joins.forEach(job -> runtime.deleteProcessInstance(job.getProcessInstanceId(), "never joined"));

        broken(Kind.SUPERIOR_STUCK, YINCHUAN);
        assertThat(scenario.open(notice, YINCHUAN)).containsExactly("compileReport");
        assertThat(scenario.acts(notice, YINCHUAN)).contains("REPAIRED");
    }

    @Test
    void bringsALostJobBack() {
        scenario.withSixtyUnitsBelow(WUZHONG, "6439", () -> {
            scenario.complete(notice, WUZHONG, "signReceipt");
            jobs.due().forEach(job -> management.deleteJob(job.getId()));

            assertThat(kinds()).containsExactlyInAnyOrder(Kind.JOB_LOST, Kind.NOT_STARTED);
            repair();
            jobs.runAll();

            assertThat(look()).isEmpty();
            assertThat(scenario.open(notice, WUZHONG)).containsExactly("scheduleSession");
            assertThat(scenario.open(
                            notice, scenario.units().childrenOf(WUZHONG).get(0).code()))
                    .containsExactly("signReceipt");
        });
    }

    @Test
    void agreesOnWhoWaits() {
        set(YINCHUAN, "waiting = false");
        broken(Kind.WAIT_NOT_NOTED, YINCHUAN);
        set(SHIZUISHAN, "waiting = true");
        broken(Kind.WAIT_NOTED_ONLY, SHIZUISHAN);
    }

    @Test
    void setsDatesAndFiguresRight() {
        jdbc.sql("update act_ru_task set due_date_ = timestamp '2026-01-05 23:59:59' where id_ = :id")
                .param("id", scenario.task(notice, SHANGHAI, "signReceipt").getId())
                .update();
        assertThat(only(Kind.TASK_DUE).found()).isEqualTo("2026-01-05");
        broken(Kind.TASK_DUE, SHANGHAI);

        jdbc.sql(
                        "update act_ru_job set duedate_ = timestamp '2026-01-05 00:00:00' where type_ = 'timer' and process_instance_id_ = :id")
                .param("id", scenario.assignment(notice, Scenario.HQ).instanceId())
                .update();
        broken(Kind.FINAL_TIMER, Scenario.HQ);

        set(YINCHUAN, "participants = 999");
        assertThat(only(Kind.PARTICIPANTS).expected()).isEqualTo("12");
        broken(Kind.PARTICIPANTS, YINCHUAN);

        for (String milestone : List.of("signed_at", "held_at", "reported_at")) {
            set(delivered, milestone + " = null");
            broken(Kind.MILESTONE, delivered);
        }
        set(SHANGHAI, "planned_at = current_timestamp");
        broken(Kind.MILESTONE, SHANGHAI);
        set(YINCHUAN, "light = 'RED'");
        broken(Kind.LIGHT_WITHOUT_DUE, YINCHUAN);
    }

    @Test
    void namesWhatOnlyAPersonCanSettle() {
        set(SHANGHAI, "stage = 'STUDY'");
        named(Kind.STAGE_ELSEWHERE, SHANGHAI);
        set(SHANGHAI, "stage = 'RECEIPT'");

        set(SHANGHAI, "anc1 = '640000'");
        named(Kind.TREE_BROKEN, SHANGHAI);
        set(SHANGHAI, "anc1 = '310000'");

        set(YINCHUAN, "stage = 'REPORT', waiting = false");
        assertThat(kinds()).contains(Kind.SUPERIOR_AHEAD);
        set(YINCHUAN, "stage = 'WAITING', waiting = true");

        jdbc.sql("delete from ledger where act = 'DELIVERED' and unit_code = :unit")
                .param("unit", delivered)
                .update();
        named(Kind.LEDGER_COUNT, delivered);
        assertThat(only(Kind.LEDGER_COUNT).chinese()).contains("DELIVERED x 0", "DELIVERED x 1", delivered, "请人工处理");
        assertThat(repairs.repair(look()))
                .singleElement()
                .satisfies(repair -> assertThat(repair.outcome()).isEqualTo(Outcome.BY_HAND));
        jdbc.sql(
                        "insert into ledger (at, actor, unit_code, notice_id, assignment_id, act) values (current_timestamp, 'x', :unit, :notice, :id, 'DELIVERED')")
                .param("unit", delivered)
                .param("notice", notice)
                .param("id", scenario.assignment(notice, delivered).id())
                .update();

        submission(HAINAN, "status = 'DRAFT', submitted_at = null", 2);
        assertThat(kinds()).contains(Kind.SUBMISSION_ELSEWHERE, Kind.LEDGER_COUNT);
        submission(HAINAN, "status = 'SUBMITTED', submitted_at = current_timestamp", 2);
        submission(HAINAN, "status = 'SUBMITTED'", 1);
        assertThat(kinds()).contains(Kind.SUBMISSION_TWO_OPEN);
        submission(HAINAN, "status = 'RETURNED'", 1);

        jdbc.sql("update notice set status = 'DRAFT' where id = :id")
                .param("id", notice)
                .update();
        assertThat(kinds()).contains(Kind.NOTICE_STATUS);
        jdbc.sql("update notice set status = 'ISSUED' where id = :id")
                .param("id", notice)
                .update();

        jobs.due().forEach(job -> management.setJobRetries(job.getId(), 0));
        scenario.withSixtyUnitsBelow(WUZHONG, "6439", () -> {
            scenario.complete(notice, WUZHONG, "signReceipt");
            jobs.due().forEach(job -> management.setJobRetries(job.getId(), 0));
            assertThat(kinds()).contains(Kind.JOB_FAILED);
        });
    }

    @Test
    void closesWhatWasLeftOpenInAClosedNotice() {
        jdbc.sql("update notice set status = 'CLOSED' where id = :id")
                .param("id", notice)
                .update();
        assertThat(kinds()).contains(Kind.OPEN_IN_CLOSED_NOTICE, Kind.NOTICE_STATUS);

        repairs.repair(look());

        assertThat(kinds()).doesNotContain(Kind.OPEN_IN_CLOSED_NOTICE);
        assertThat(scenario.assignment(notice, SHANGHAI).stage()).isEqualTo(Stage.MISSED);
        assertThat(scenario.instance(notice, SHANGHAI)).isNull();
    }

    @Test
    void givesAnAddresseeThatWasForgottenItsPart() {
        lose(SHANGHAI);
        jdbc.sql("delete from assignment where notice_id = :notice and unit_code = :unit")
                .param("notice", notice)
                .param("unit", SHANGHAI)
                .update();

        broken(Kind.ADDRESSEE_WITHOUT_PART, SHANGHAI);

        assertThat(scenario.open(notice, SHANGHAI)).containsExactly("signReceipt");
    }

    @Test
    void putsMailsRight() {
        jdbc.sql("""
                        insert into mail_outbox (mail_key, kind, user_id, on_day, status, not_before, claimed_until) values
                          ('held', 'DIGEST', 'u310000staff', date '2026-03-04', 'SENDING', current_timestamp, timestamp with time zone '2026-01-01 00:00:00+08')""").update();
        broken(Kind.MAIL_HELD, null);
        jdbc.sql("""
                        insert into mail_outbox (mail_key, kind, user_id, on_day, subject_id, not_before) values
                          ('RETURN:99:x', 'RETURN', 'u310000staff', date '2026-03-04', 99999999, current_timestamp)""").update();
        broken(Kind.MAIL_WITHOUT_SUBJECT, null);
    }

    @Test
    void keepsEscalationsAndTheirProcessesTogether() {
        LocalDate due = scenario.assignment(notice, SHANGHAI).dueDate();
        set(WUZHONG, "due_date = date '%s'".formatted(due));
        repair();
        time.moveTo(calendar.days().plus(java.util.Objects.requireNonNull(due), 3));
        runtime.startProcessInstanceByKey("deadline-patrol");
        jobs.runAll();
        assertThat(scenario.open(notice, SHANGHAI)).contains("handleOverdue");
        assertThat(look()).isEmpty();

        endProcessOf("userTask_handleOverdue", SHANGHAI);
        broken(Kind.ESCALATION_WITHOUT_PROCESS, SHANGHAI);
        assertThat(scenario.open(notice, SHANGHAI)).contains("handleOverdue");

        set(SHANGHAI, "round = round + 1");
        broken(Kind.ESCALATION_OUTLIVED, SHANGHAI);
        assertThat(scenario.open(notice, SHANGHAI)).containsExactly("signReceipt");

        jdbc.sql("update escalation set status = 'URGED' where assignment_id = :id")
                .param("id", scenario.assignment(notice, WUZHONG).id())
                .update();
        assertThat(jdbc.sql("select count(*) from escalation where status = 'URGED'")
                        .query(Long.class)
                        .single())
                .isOne();
        broken(Kind.ESCALATION_PROCESS_ORPHANED, WUZHONG);
    }

    @Test
    void keepsRequestsForMoreTimeAndTheirProcessesTogether() {
        Assignment unit = scenario.assignment(notice, SHIZUISHAN);
        extensions.ask(unit, "人手不足", calendar.days().plus(java.util.Objects.requireNonNull(unit.dueDate()), 3), false);
        assertThat(look()).isEmpty();

        endProcessOf("userTask_decideExtension", SHIZUISHAN);
        broken(Kind.EXTENSION_WITHOUT_PROCESS, SHIZUISHAN);
        assertThat(scenario.open(notice, SHIZUISHAN)).contains("decideExtension");

        jdbc.sql("update extension set stage = 'RECEIPT'").update();
        broken(Kind.EXTENSION_OUTLIVED, SHIZUISHAN);
        assertThat(scenario.open(notice, SHIZUISHAN)).containsExactly("scheduleSession");
    }

    @Test
    void printsEveryDifferenceAndWhatARepairWouldDo() {
        set(YINCHUAN, "participants = 999");

        String printed = printed(false);

        assertThat(printed).contains("PARTICIPANTS", "银川", YINCHUAN, "参加人数登记为 999，学习记录为 12", "修复：按学习记录更正", "1 处差异");
        assertThat(printed(true)).contains("已修复", "没有差异");
    }

    @Test
    void answersAdministratorsOnly() {
        set(YINCHUAN, "participants = 999");

        assertThat(http.get("u000000staff", "/api/consistency").status()).isEqualTo(403);
        assertThat(http.get("admin", "/api/consistency").text()).contains("PARTICIPANTS");
        Http.Answer repaired = http.post("admin", "/api/consistency/repair", "");
        assertThat(repaired.status()).isEqualTo(200);
        assertThat(repaired.text()).contains("REPAIRED");
        assertThat(http.get("admin", "/api/consistency").text()).isEqualTo("[]");
        assertThat(jdbc.sql("select actor from ledger where act = 'REPAIRED'")
                        .query(String.class)
                        .list())
                .containsExactly("admin");
    }

    // ---- small things

    List<Difference> look() {
        return consistency.check(percent -> {});
    }

    List<Kind> kinds() {
        return look().stream().map(Difference::kind).distinct().toList();
    }

    void repair() {
        repairs.repair(look());
    }

    private Difference only(Kind kind) {
        List<Difference> found = look();
        assertThat(found).extracting(Difference::kind).containsExactly(kind);
        return found.get(0);
    }

    private void named(Kind kind, String unit) {
        assertThat(look()).as("%s of %s", kind, unit).anySatisfy(difference -> {
            assertThat(difference.kind()).isEqualTo(kind);
            assertThat(difference.unitCode()).isEqualTo(unit);
            assertThat(difference.chinese()).contains(unit, difference.unitName());
        });
    }

    /** It is the only difference, its repair heals it, and repeating the repair does nothing. */
    private void broken(Kind kind, String unit) {
        List<Difference> found = look();
        assertThat(found).as("what is broken").extracting(Difference::kind).containsExactly(kind);
        assertThat(found.get(0).unitCode()).isEqualTo(unit);
        assertThat(repairs.repair(found)).as(found.toString()).allMatch(each -> each.outcome() == Outcome.REPAIRED);
        assertThat(repairs.repair(found)).allMatch(each -> each.outcome() == Outcome.GONE);
        jobs.runAll();
        assertThat(look()).as("after the repair of %s", kind).isEmpty();
    }

    private void set(String unit, String change) {
        jdbc.sql("update assignment set " + change + " where notice_id = :notice and unit_code = :unit")
                .param("notice", notice)
                .param("unit", unit)
                .update();
    }

    private void submission(String unit, String change, int version) {
        jdbc.sql("update submission set " + change + " where assignment_id = :id and version = :version")
                .param("id", scenario.assignment(notice, unit).id())
                .param("version", version)
                .update();
    }

    private void lose(String unit) {
        runtime.deleteProcessInstance(scenario.instance(notice, unit).getId(), "lost");
    }

    private void endProcessOf(String task, String unit) {
        runtime.deleteProcessInstance(
                scenario.task(notice, unit, task.substring("userTask_".length()))
                        .getProcessInstanceId(),
                "lost");
    }

    private String printed(boolean repair) {
        var bytes = new ByteArrayOutputStream();
        commandLine.check(repair, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** As a script or a restore of half a database leaves it. */
    @Test
    void comparesPersonsWithTheirAccountsBothWays() {
        String staff = "u640100staff";
        try {
            jdbc.sql("insert into act_id_membership (user_id_, group_id_) values (:user, 'U310000LEAD')")
                    .param("user", staff)
                    .update();
            assertThat(only(Kind.GROUP_SURPLUS).chinese()).contains(staff, "U310000LEAD");
            jdbc.sql("delete from act_id_membership where user_id_ = :user")
                    .param("user", staff)
                    .update();
            assertThat(only(Kind.GROUP_MISSING).expected()).isEqualTo("U640100STAFF");
            jdbc.sql("update act_id_user set id_ = 'nobody' where id_ = :user")
                    .param("user", staff)
                    .update();
            assertThat(only(Kind.ACCOUNT_MISSING).chinese()).contains(staff, "没有账号");
        } finally {
            jdbc.sql("update act_id_user set id_ = :user where id_ = 'nobody'")
                    .param("user", staff)
                    .update();
            jdbc.sql("insert into act_id_membership (user_id_, group_id_) values (:user, 'U640100STAFF')")
                    .param("user", staff)
                    .update();
        }
        assertThat(look()).isEmpty();
    }
}
