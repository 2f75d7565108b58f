package org.noticecascade.deadline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestJobs;
import org.noticecascade.TestTime;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.directory.People;
import org.noticecascade.mail.Letter;
import org.noticecascade.mail.MailKind;
import org.noticecascade.mail.OutboxMail;
import org.noticecascade.mail.WorkdayCheck;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class MailPostTest {
    private static final String NINGXIA = "640000";

    @Autowired
    private Scenario scenario;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private TestTime time;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DigestContent digest;

    @Autowired
    private People people;

    @Autowired
    private WorkdayCheck workdays;

    @Test
    void putsOneDigestForEachPersonWhoIsReminded() {
        long notice = scenario.issueTo(NINGXIA);
        LocalDate day = patrolOneDayAfterTheDueDateOf(notice);

        assertThat(keys("DIGEST")).containsExactly("DIGEST:u640000lead:" + day, "DIGEST:u640000staff:" + day);
    }

    @Test
    void writesWhatIsStillOpenAndNothingOnceItIsDone() {
        long notice = scenario.issueTo(NINGXIA);
        LocalDate day = patrolOneDayAfterTheDueDateOf(notice);
        String link = scenario.task(notice, NINGXIA, "signReceipt").getId();

        Letter letter = digest.write(mail(day), people.find("u640000staff").orElseThrow())
                .orElseThrow();
        assertThat(letter.subject()).contains("1 项");
        assertThat(letter.model().toString()).contains("宁夏回族自治区市场监督管理厅", "国市监示范〔2026〕", link);

        scenario.sign(notice, NINGXIA);

        assertThat(digest.write(mail(day), people.find("u640000staff").orElseThrow()))
                .isEmpty();
    }

    @Test
    void tellsASupervisorOfAllEscalationsInTheOneDigestOfTheDay() {
        long notice = scenario.issueTo(NINGXIA, "310000", "460000");
        Patrolling patrol = patrolling();
        LocalDate due = scenario.assignment(notice, NINGXIA).dueDate();
        LocalDate third = patrol.dayWith(due, -3);
        patrol.on(third);

        assertThat(jdbc.sql("select mail_key from mail_outbox where user_id = 'u000000supervisor'")
                        .query(String.class)
                        .list())
                .containsExactly("DIGEST:u000000supervisor:" + third);
        Letter letter = letterTo("u000000supervisor", third).orElseThrow();
        assertThat(letter.template()).isEqualTo("escalation");
        assertThat(letter.subject()).contains("3 项待办", "3 项请您督办");
        assertThat(letter.model().get("handling").toString())
                .contains(
                        scenario.task(notice, NINGXIA, "handleOverdue").getId(),
                        scenario.task(notice, "310000", "handleOverdue").getId());
    }

    @Test
    void asksOnlyTheSuperiorsSupervisorsToDecide() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.plan(notice, NINGXIA);
        Patrolling patrol = patrolling();
        LocalDate third = patrol.dayWith(scenario.assignment(notice, "640100").dueDate(), -3);
        patrol.on(third);

        assertThat(letterTo("u640000supervisor", third).orElseThrow().subject()).contains("请您督办");
        assertThat(letterTo("u640100lead", third).orElseThrow().subject()).doesNotContain("请您督办");
        assertThat(letterTo("u310000supervisor", third)).isEmpty();
    }

    @Test
    void saysNothingOfAnEscalationThatEndedBeforeTheMailLeft() {
        long notice = scenario.issueTo(NINGXIA);
        Patrolling patrol = patrolling();
        LocalDate third = patrol.dayWith(scenario.assignment(notice, NINGXIA).dueDate(), -3);
        patrol.on(third);

        scenario.sign(notice, NINGXIA);

        assertThat(letterTo("u000000supervisor", third)).isEmpty();
    }

    @Test
    void putsTheDigestOfASupervisorWhoHasAnEscalationButNoReminder() {
        long notice = scenario.issueTo(NINGXIA);
        Patrolling patrol = patrolling();
        LocalDate third = patrol.dayWith(scenario.assignment(notice, NINGXIA).dueDate(), -3);
        time.moveTo(third);
        String instance = patrol.start();
        jobs.runUntil(() -> !keys("DIGEST").isEmpty());
        jdbc.sql("delete from reminder where target_role = 'SUPERVISOR'").update();
        jobs.runAll();

        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
        assertThat(keys("DIGEST")).contains("DIGEST:u000000supervisor:" + third);
        assertThat(letterTo("u000000supervisor", third).orElseThrow().subject()).contains("1 项请您督办");
    }

    @Test
    void sendsNobodyToATaskThatWouldNotOpenAndSaysWhoseTurnItIs() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        String draft = scenario.task(notice, NINGXIA, "draftPlan").getId();
        LocalDate day = patrolOneDayAfterTheDueDateOf(notice);

        assertThat(letterTo("u640000staff", day).orElseThrow().model().toString())
                .contains("?task=" + draft)
                .doesNotContain("待本单位");
        assertThat(letterTo("u640000lead", day).orElseThrow().model().toString())
                .contains("待本单位经办人办理")
                .doesNotContain("?task=");

        scenario.draftPlan(notice, NINGXIA);
        String approve = scenario.task(notice, NINGXIA, "approvePlan").getId();
        assertThat(letterTo("u640000staff", day).orElseThrow().model().toString())
                .contains("待本单位负责人办理")
                .doesNotContain("?task=");
        assertThat(letterTo("u640000lead", day).orElseThrow().model().toString())
                .contains("?task=" + approve)
                .doesNotContain("待本单位");
    }

    private Optional<Letter> letterTo(String user, LocalDate day) {
        return digest.write(
                new OutboxMail(1, MailKind.DIGEST, "DIGEST:%s:%s".formatted(user, day), user, day, null, 0),
                people.find(user).orElseThrow());
    }

    @Test
    void marksADueDateOfAYearWithoutArrangement() {
        long notice = scenario.issueTo(NINGXIA);
        jdbc.sql("update assignment set due_date = '2027-03-05' where notice_id = :notice and unit_code = :unit")
                .param("notice", notice)
                .param("unit", NINGXIA)
                .update();
        LocalDate day = LocalDate.of(2027, 3, 5);
        patrolling().on(day);

        assertThat(letterTo("u640000staff", day).orElseThrow().model().toString())
                .contains("2027年3月5日（星期五，暂定）");
    }

    @Test
    void letsMailLeaveOnMakeUpDaysButNotOnHolidays() {
        assertThat(workdays.isWorkday(LocalDate.of(2021, 10, 9))).isTrue();
        assertThat(workdays.isWorkday(LocalDate.of(2021, 10, 7))).isFalse();
    }

    private LocalDate patrolOneDayAfterTheDueDateOf(long notice) {
        Patrolling patrol = patrolling();
        LocalDate day = patrol.dayWith(scenario.assignment(notice, NINGXIA).dueDate(), -1);
        patrol.on(day);
        return day;
    }

    private Patrolling patrolling() {
        return new Patrolling(runtime, jobs, time, calendar, jdbc);
    }

    private List<String> keys(String kind) {
        return jdbc.sql("select mail_key from mail_outbox where kind = :kind order by mail_key")
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    private static OutboxMail mail(LocalDate day) {
        return new OutboxMail(1, MailKind.DIGEST, "DIGEST:u640000staff:" + day, "u640000staff", day, null, 0);
    }
}
