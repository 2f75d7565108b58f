package org.noticecascade.deadline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestJobs;
import org.noticecascade.TestTime;
import org.noticecascade.Wire;
import org.noticecascade.Wire.Reply;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.deadline.Escalation;
import org.noticecascade.deadline.Escalations;
import org.noticecascade.notice.Stage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deciding over HTTP what waits in a task of the superior. */
@ProcessTest
class SuperiorHttpTest {
    private static final String HQ = Scenario.HQ;
    private static final String NINGXIA = "640000";
    private static final String YINCHUAN = "640100";

    @Autowired
    private Scenario scenario;

    @Autowired
    private Escalations escalations;

    @Autowired
    private TaskService tasks;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private JdbcClient jdbc;

    private Patrolling patrol;
    private Wire wire;

    @BeforeEach
    void prepare(@Autowired RuntimeService runtime, @Autowired TestTime time, @Autowired Environment environment) {
        patrol = new Patrolling(runtime, jobs, time, calendar, jdbc);
        wire = new Wire(environment);
    }

    @Test
    void takesTheMeasureByCompletingTheTaskThatTasklistShows() {
        long notice = escalated();

        Reply reply = measure("u000000supervisor", notice, NINGXIA, "{\"measure\":\"URGE\"}");
        jobs.runAll();

        assertThat(reply.status()).as(reply.text()).isEqualTo(204);
        assertThat(scenario.open(notice, NINGXIA)).containsExactly("signReceipt");
        assertThat(statuses(notice, NINGXIA)).containsExactly(Escalation.Status.URGED);
        assertThat(actorOf(notice, NINGXIA, "ESCALATION_URGED")).isEqualTo("u000000supervisor");
        assertThat(measure("u000000supervisor", notice, NINGXIA, "{\"measure\":\"URGE\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void givesMoreTimeAndSaysWhatIsMissing() {
        long notice = escalated();
        LocalDate longer = patrol.dayWith(patrol.time().today(), -5);

        assertThat(measure("u000000supervisor", notice, NINGXIA, "{}").detail()).contains("请选择");
        assertThat(measure("u000000supervisor", notice, NINGXIA, "{\"measure\":\"EXTEND\",\"reason\":\"机构改革\"}")
                        .status())
                .isEqualTo(422);
        Reply reply = measure(
                "u000000supervisor",
                notice,
                NINGXIA,
                "{\"measure\":\"EXTEND\",\"reason\":\"机构改革\",\"newDue\":\"%s\"}".formatted(longer));

        assertThat(reply.status()).as(reply.text()).isEqualTo(204);
        assertThat(scenario.assignment(notice, NINGXIA).dueDate()).isEqualTo(longer);
        assertThat(statuses(notice, NINGXIA)).containsExactly(Escalation.Status.EXTENDED);
    }

    /** A county's task belongs to the prefecture's supervisor; headquarters' may stand in, and is the one recorded. */
    @Test
    void headquartersStandsInForASuperiorFurtherDown() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.plan(notice, NINGXIA);
        patrol.on(patrol.dayWith(scenario.assignment(notice, YINCHUAN).dueDate(), -3));
        assertThat(scenario.open(notice, YINCHUAN)).contains("handleOverdue");

        Reply reply = measure("u000000supervisor", notice, YINCHUAN, "{\"measure\":\"WAIVE\",\"reason\":\"已撤并\"}");
        jobs.runAll();

        assertThat(reply.status()).as(reply.text()).isEqualTo(204);
        assertThat(scenario.assignment(notice, YINCHUAN).stage()).isEqualTo(Stage.WAIVED);
        assertThat(actorOf(notice, YINCHUAN, "WAIVED")).isEqualTo("u000000supervisor");
        assertThat(statuses(notice, YINCHUAN)).containsExactly(Escalation.Status.WAIVED);
    }

    @Test
    void waivesAUnitThatIsNotLateAndLetsTheNoticeGoOn() {
        long notice = scenario.issueTo(NINGXIA);

        Reply reply = measure("u000000supervisor", notice, NINGXIA, "{\"measure\":\"WAIVE\",\"reason\":\"已撤并\"}");
        jobs.runAll();

        assertThat(reply.status()).as(reply.text()).isEqualTo(204);
        assertThat(scenario.assignment(notice, NINGXIA).stage()).isEqualTo(Stage.WAIVED);
        assertThat(scenario.instance(notice, NINGXIA)).isNull();
        assertThat(scenario.open(notice, HQ)).containsExactly("compileNationalReport");
        assertThat(actorOf(notice, NINGXIA, "WAIVED")).isEqualTo("u000000supervisor");
        Reply again = measure("u000000supervisor", notice, NINGXIA, "{\"measure\":\"WAIVE\",\"reason\":\"已撤并\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(scenario.acts(notice, NINGXIA)).containsOnlyOnce("WAIVED");
    }

    @Test
    void aWaiverNeedsItsReason() {
        long notice = scenario.issueTo(NINGXIA);

        Reply reply = measure("u000000supervisor", notice, NINGXIA, "{\"measure\":\"WAIVE\",\"reason\":\" \"}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(scenario.assignment(notice, NINGXIA).stage()).isEqualTo(Stage.RECEIPT);
    }

    @ParameterizedTest
    @CsvSource({
        "u640000supervisor, 204",
        "u000000supervisor, 204",
        "u640000staff,      403",
        "u640000lead,       403",
        "u000000staff,      403",
        "u640100supervisor, 403",
        "u640200supervisor, 404",
        "u310000supervisor, 404",
        "admin,             403"
    })
    void onlyTheSuperiorsSupervisorOrHeadquartersTakesMeasures(String user, int status) {
        long notice = scenario.issueTo(NINGXIA);
        scenario.plan(notice, NINGXIA);

        Reply reply = measure(user, notice, YINCHUAN, "{\"measure\":\"WAIVE\",\"reason\":\"已撤并\"}");

        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(scenario.assignment(notice, YINCHUAN).stage())
                .isEqualTo(status == 204 ? Stage.WAIVED : Stage.RECEIPT);
    }

    @ParameterizedTest
    @CsvSource({
        "u640000staff,      204",
        "u640000supervisor, 204",
        "u000000supervisor, 204",
        "u640000lead,       403",
        "u000000staff,      403",
        "u640100staff,      403",
        "u640200supervisor, 404",
        "admin,             403"
    })
    void staffAndSupervisorOfTheSuperiorOrHeadquartersDecideOnExtensions(String user, int status) {
        long notice = asked();
        LocalDate before = scenario.assignment(notice, YINCHUAN).dueDate();

        Reply reply = decide(user, notice, "{\"approved\":true}");

        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        boolean moved = !before.equals(scenario.assignment(notice, YINCHUAN).dueDate());
        assertThat(moved).isEqualTo(status == 204);
        assertThat(scenario.open(notice, YINCHUAN).contains("decideExtension")).isEqualTo(status != 204);
    }

    @Test
    void refusesWithAReasonAndOnlyOnce() {
        long notice = asked();

        assertThat(decide("u640000supervisor", notice, "{\"approved\":false}").status())
                .isEqualTo(422);
        assertThat(decide("u640000supervisor", notice, "{\"approved\":false,\"reason\":\"时间足够\"}")
                        .status())
                .isEqualTo(204);
        assertThat(decide("u640000supervisor", notice, "{\"approved\":true}").status())
                .isEqualTo(409);

        assertThat(actorOf(notice, YINCHUAN, "EXTENSION_REFUSED")).isEqualTo("u640000supervisor");
        assertThat(scenario.acts(notice, YINCHUAN)).doesNotContain("EXTENSION_GRANTED");
    }

    @Test
    void leavesATaskAloneThatSomebodyElseHasClaimed() {
        long notice = asked();
        tasks.setAssignee(scenario.task(notice, YINCHUAN, "decideExtension").getId(), "u640000staff");

        Reply reply = decide("u640000supervisor", notice, "{\"approved\":true}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.detail()).contains("u640000staff");
        assertThat(decide("u640000staff", notice, "{\"approved\":true}").status())
                .isEqualTo(204);
    }

    // ---- steps

    private long escalated() {
        long notice = scenario.issueTo(NINGXIA);
        patrol.on(patrol.dayWith(scenario.assignment(notice, NINGXIA).dueDate(), -3));
        return notice;
    }

    /** Yinchuan has asked for four working days more. */
    private long asked() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.plan(notice, NINGXIA);
        scenario.sign(notice, YINCHUAN);
        LocalDate longer =
                calendar.days().plus(scenario.assignment(notice, YINCHUAN).dueDate(), 4);
        Reply reply = wire.json(
                "u640100staff",
                "POST",
                "/api/assignments/%d/extensions"
                        .formatted(scenario.assignment(notice, YINCHUAN).id()),
                "{\"reason\":\"人员调整\",\"newDue\":\"%s\",\"downwards\":false}".formatted(longer));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return notice;
    }

    private Reply measure(String user, long notice, String unit, String body) {
        return post(user, notice, unit, "measure", body);
    }

    private Reply decide(String user, long notice, String body) {
        return post(user, notice, YINCHUAN, "extension-decision", body);
    }

    private Reply post(String user, long notice, String unit, String what, String body) {
        long id = scenario.assignment(notice, unit).id();
        return wire.json(user, "POST", "/api/assignments/%d/%s".formatted(id, what), body);
    }

    private List<Escalation.Status> statuses(long notice, String unit) {
        return escalations.of(scenario.assignment(notice, unit).id()).stream()
                .map(Escalation::status)
                .toList();
    }

    private String actorOf(long notice, String unit, String act) {
        return jdbc.sql("select actor from ledger where notice_id = :notice and unit_code = :unit and act = :act")
                .param("notice", notice)
                .param("unit", unit)
                .param("act", act)
                .query(String.class)
                .single();
    }
}
