package org.noticecascade.deadline.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.noticecascade.Http;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestJobs;
import org.noticecascade.TestTime;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.directory.Level;
import org.noticecascade.directory.Role;
import org.noticecascade.notice.Addressing;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Stage;
import org.noticecascade.notice.Submission.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An extension for the units below as well reaches the stages they enter later (下级同步顺延). */
@ProcessTest
class ExtensionBelowTest {
    static final String NINGXIA = "640000";
    static final String YINCHUAN = "640100";

    @Autowired
    private Scenario scenario;

    @Autowired
    private Addressing addressing;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private TestTime time;

    @Autowired
    private Http http;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void movesTheStageAUnitBelowEntersLaterAndKeepsTheOriginalDate() {
        long notice = studying();
        String county = counties().get(0);
        LocalDate set = set(notice, Level.COUNTY, Stage.STUDY);

        grant(notice, YINCHUAN, 3, true);
        scenario.sign(notice, county);

        Assignment after = scenario.assignment(notice, county);
        assertThat(after.stage()).isEqualTo(Stage.STUDY);
        assertThat(after.dueDate()).isEqualTo(calendar.days().plus(set, 3));
        assertThat(after.originalDue()).isEqualTo(set);
        assertThat(taskDue(notice, county, "scheduleSession")).isEqualTo(after.dueDate());
        assertThat(lastChange(notice, county)).startsWith(set + "|" + after.dueDate() + " 随延期顺延");
    }

    @Test
    void leavesThemAloneWhenItWasNotAskedForThem() {
        long notice = studying();
        String county = counties().get(0);

        grant(notice, YINCHUAN, 3, false);
        scenario.sign(notice, county);

        assertThat(scenario.assignment(notice, county).dueDate()).isEqualTo(set(notice, Level.COUNTY, Stage.STUDY));
        assertThat(scenario.acts(notice, county)).doesNotContain("DUE_CHANGED");
    }

    @Test
    void reachesUnitsTheNoticeHasNotComeToYet() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        assertThat(unitsBelow(notice, NINGXIA)).isTrue();

        grant(notice, NINGXIA, 5, true);
        finishPlan(notice);

        LocalDate receipt = set(notice, Level.PREFECTURE, Stage.RECEIPT);
        Assignment prefecture = scenario.assignment(notice, YINCHUAN);
        assertThat(prefecture.dueDate()).isEqualTo(calendar.days().plus(receipt, 5));
        assertThat(prefecture.originalDue()).isEqualTo(receipt);
        assertThat(lastChange(notice, NINGXIA)).contains("签收 " + receipt + "|").contains("随延期顺延");
        scenario.sign(notice, YINCHUAN);
        assertThat(scenario.assignment(notice, YINCHUAN).dueDate())
                .isEqualTo(calendar.days().plus(set(notice, Level.PREFECTURE, Stage.STUDY), 5));
        assertThat(scenario.assignment(notice, counties().get(0)).dueDate())
                .isEqualTo(calendar.days().plus(set(notice, Level.COUNTY, Stage.RECEIPT), 5));
    }

    @Test
    void addsUpWhatSeveralUnitsAboveWereGranted() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        grant(notice, NINGXIA, 1, true);
        finishPlan(notice);
        scenario.sign(notice, YINCHUAN);
        grant(notice, YINCHUAN, 2, true);

        scenario.sign(notice, counties().get(0));

        assertThat(scenario.assignment(notice, counties().get(0)).dueDate())
                .isEqualTo(calendar.days().plus(set(notice, Level.COUNTY, Stage.STUDY), 3));
    }

    @Test
    void staysWithinTheReportOfTheSuperiorAndSaysSo() {
        long notice = studying();
        String county = counties().get(0);
        LocalDate superiors = set(notice, Level.PREFECTURE, Stage.REPORT);

        grant(notice, YINCHUAN, 20, true);
        scenario.sign(notice, county);

        assertThat(scenario.assignment(notice, county).dueDate()).isEqualTo(superiors);
        assertThat(lastChange(notice, county)).endsWith("以报告时限为限");
    }

    @Test
    void boundsTheUnitsThatAreInTheSameStageToo() {
        long notice = studying();
        String county = counties().get(0);
        scenario.sign(notice, county);

        grant(notice, YINCHUAN, 20, true);

        assertThat(scenario.assignment(notice, county).dueDate())
                .isEqualTo(set(notice, Level.PREFECTURE, Stage.REPORT));
        assertThat(lastChange(notice, county)).contains("随上级延期，以报告时限为限");
    }

    @Test
    void isNotTakenAwayByAReturn() {
        long notice = studying();
        String county = counties().get(0);
        LocalDate longer = calendar.days().plus(set(notice, Level.COUNTY, Stage.REPORT), 3);
        grant(notice, YINCHUAN, 3, true);
        scenario.study(notice, county, 12);
        scenario.fill(notice, county, Kind.REPORT, Map.of("content", "已落实"));
        scenario.complete(notice, county, "compileReport");
        scenario.decide(notice, county, "approveReport", true, null);

        scenario.decide(notice, county, "reviewReport", false, "数字不全");

        assertThat(scenario.assignment(notice, county).dueDate()).isEqualTo(longer);
    }

    @Test
    void keepsItsOwnExtensionWhenItHandedInEarlyAndGotItBack() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        LocalDate set = set(notice, Level.PROVINCE, Stage.PLAN);
        grant(notice, NINGXIA, 4, false);
        scenario.draftPlan(notice, NINGXIA);
        scenario.decide(notice, NINGXIA, "approvePlan", true, null);

        scenario.decide(notice, NINGXIA, "reviewPlan", false, "措施不具体");

        Assignment returned = scenario.assignment(notice, NINGXIA);
        assertThat(returned.dueDate()).isEqualTo(calendar.days().plus(set, 4));
        assertThat(returned.originalDue()).isEqualTo(set);
    }

    @Test
    void restartsFromTodayWhenItIsReturnedAfterAllThatTime() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        grant(notice, NINGXIA, 4, true);
        scenario.draftPlan(notice, NINGXIA);
        scenario.decide(notice, NINGXIA, "approvePlan", true, null);
        LocalDate today = LocalDate.of(2026, 4, 10);
        time.moveTo(today);

        scenario.decide(notice, NINGXIA, "reviewPlan", false, "措施不具体");

        Assignment returned = scenario.assignment(notice, NINGXIA);
        assertThat(returned.dueDate()).isEqualTo(calendar.days().plus(today, 3));
        assertThat(returned.originalDue()).isEqualTo(returned.dueDate());
    }

    @Test
    void warnsWhoAsksAndWhoDecidesOfADayTheNextStepCannotWaitFor() {
        long notice = studying();
        Assignment unit = scenario.assignment(notice, YINCHUAN);
        LocalDate report = set(notice, Level.PREFECTURE, Stage.REPORT);

        JsonNode asked = ask(notice, YINCHUAN, calendar.days().plus(report, 1), false);

        assertThat(asked.get("neededBy").asText()).isEqualTo(report.toString());
        JsonNode shown = http.get(Scenario.userId(NINGXIA, Role.STAFF), "/api/assignments/" + unit.id() + "/extensions")
                .body()
                .get(0);
        assertThat(shown.get("neededBy").asText()).isEqualTo(report.toString());
    }

    @Test
    void warnsOfNothingWhereTheDayFits() {
        long notice = studying();

        JsonNode asked = ask(notice, YINCHUAN, set(notice, Level.PREFECTURE, Stage.REPORT), false);

        assertThat(asked.get("neededBy").isNull()).isTrue();
    }

    /** Yinchuan has signed, handed down and is to schedule its session. */
    private long studying() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.plan(notice, NINGXIA);
        scenario.sign(notice, YINCHUAN);
        return notice;
    }

    private void finishPlan(long notice) {
        scenario.draftPlan(notice, NINGXIA);
        scenario.decide(notice, NINGXIA, "approvePlan", true, null);
        scenario.decide(notice, NINGXIA, "reviewPlan", true, null);
        jobs.runAll();
    }

    private void grant(long notice, String unitCode, int workingDays, boolean downwards) {
        LocalDate due =
                Objects.requireNonNull(scenario.assignment(notice, unitCode).dueDate());
        ask(notice, unitCode, calendar.days().plus(due, workingDays), downwards);
        scenario.decide(notice, unitCode, "decideExtension", true, null);
    }

    private JsonNode ask(long notice, String unitCode, LocalDate newDue, boolean downwards) {
        Http.Answer answer = http.post(
                Scenario.userId(unitCode, Role.STAFF),
                "/api/assignments/" + scenario.assignment(notice, unitCode).id() + "/extensions",
                Map.of("reason", "机构改革", "newDue", newDue.toString(), "downwards", downwards));
        assertThat(answer.status()).isEqualTo(201);
        return answer.body();
    }

    private boolean unitsBelow(long notice, String unitCode) {
        return http.get(
                        Scenario.userId(unitCode, Role.STAFF),
                        "/api/assignments/"
                                + scenario.assignment(notice, unitCode).id() + "/extensions/terms")
                .body()
                .get("unitsBelow")
                .asBoolean();
    }

    private LocalDate set(long notice, Level level, Stage stage) {
        return addressing.dueOf(notice, level, stage).orElseThrow();
    }

    private List<String> counties() {
        return scenario.units().childrenOf(YINCHUAN).stream()
                .map(unit -> unit.code())
                .toList();
    }

    private LocalDate taskDue(long notice, String unitCode, String name) {
        return scenario.task(notice, unitCode, name)
                .getDueDate()
                .toInstant()
                .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                .toLocalDate();
    }

    /** From and to of the newest entry on a moved date. */
    private String lastChange(long notice, String unitCode) {
        return jdbc.sql("""
                        select from_value || '|' || to_value from ledger
                         where notice_id = :notice and unit_code = :unit and act = 'DUE_CHANGED'
                         order by id desc limit 1""")
                .param("notice", notice)
                .param("unit", unitCode)
                .query(String.class)
                .single();
    }
}
