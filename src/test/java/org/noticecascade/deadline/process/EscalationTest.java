package org.noticecascade.deadline.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestJobs;
import org.noticecascade.TestTime;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.deadline.Escalation;
import org.noticecascade.deadline.Escalations;
import org.noticecascade.deadline.Overdue;
import org.noticecascade.deadline.Patrols;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.NoticeClosed;
import org.noticecascade.notice.Rollup;
import org.noticecascade.notice.Rollups;
import org.noticecascade.notice.Stage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class EscalationTest {
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
    private RuntimeService runtime;

    @Autowired
    private Rollups rollups;

    private Patrolling patrol;

    @BeforeEach
    void prepare(
            @Autowired TestJobs jobs,
            @Autowired WorkingCalendar calendar,
            @Autowired TestTime time,
            @Autowired JdbcClient jdbc) {
        patrol = new Patrolling(runtime, jobs, time, calendar, jdbc);
    }

    @Test
    void escalatesMoreUnitsThanOneJobTakes(@Autowired JdbcClient jdbc) {
        List<String> addressees = jdbc.sql("select code from unit where level = 'DEPARTMENT'")
                .query(String.class)
                .list();
        addressees.addAll(List.of(NINGXIA, "460000", "310000"));
        long notice = scenario.issueTo(addressees.toArray(String[]::new));
        scenario.plan(notice, NINGXIA);
        scenario.plan(notice, "460000");
        scenario.plan(notice, "310000");
        LocalDate due = dueOf(notice, YINCHUAN);
        jdbc.sql(
                        "update assignment set due_date = :due, original_due = :due where notice_id = :notice and stage = 'RECEIPT'")
                .param("due", due)
                .param("notice", notice)
                .update();
        long late = jdbc.sql("select count(*) from assignment where notice_id = :notice and stage = 'RECEIPT'")
                .param("notice", notice)
                .query(Long.class)
                .single();
        assertThat(late).as("more than cascade.patrol.escalations-per-job").isGreaterThan(50);

        patrol.on(patrol.dayWith(due, -3));

        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("userTask_handleOverdue")
                        .count())
                .isEqualTo(late);
        assertThat(jdbc.sql("select count(distinct assignment_id) from escalation")
                        .query(Long.class)
                        .single())
                .isEqualTo(late);
    }

    @Test
    void asksTheSuperiorsSupervisorOnTheThirdDayAndOnlyOnce() {
        long notice = scenario.issueTo(NINGXIA);
        LocalDate due = dueOf(notice, NINGXIA);
        patrol.on(patrol.dayWith(due, -2));
        assertThat(scenario.open(notice, NINGXIA)).containsExactly("signReceipt");

        patrol.on(patrol.dayWith(due, -3));
        patrol.on(patrol.dayWith(due, -4));

        Task task = scenario.task(notice, NINGXIA, "handleOverdue");
        assertThat(tasks.getIdentityLinksForTask(task.getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactly("U000000SUPERVISOR");
        assertThat(task.getTenantId()).isEqualTo(NINGXIA);
        assertThat(task.getName()).startsWith("督办超期事项 · 宁夏");
        assertThat(statuses(notice, NINGXIA)).containsExactly(Escalation.Status.OPEN);
        assertThat(scenario.acts(notice, NINGXIA)).contains("ESCALATED");
    }

    @Test
    void endsByItselfWhenTheUnitGoesOn() {
        long notice = escalated();

        scenario.sign(notice, NINGXIA);

        assertThat(scenario.open(notice, NINGXIA)).containsExactly("draftPlan");
        assertThat(statuses(notice, NINGXIA)).containsExactly(Escalation.Status.DELIVERED);
        assertThat(scenario.acts(notice, NINGXIA)).contains("ESCALATION_ENDED");
    }

    /** The unit's own act only orders it: until the job has run, the escalation is there, and can do nothing. */
    @Test
    void refusesAMeasureAgainstAUnitThatHasJustGoneOn() {
        long notice = escalated();
        scenario.complete(notice, NINGXIA, "signReceipt");
        assertThat(scenario.open(notice, NINGXIA)).containsExactlyInAnyOrder("draftPlan", "handleOverdue");

        assertThatThrownBy(() -> handle(notice, NINGXIA, Map.of("measure", "WAIVE", "reason", "撤并")))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("自动结束");

        assertThat(scenario.assignment(notice, NINGXIA).stage()).isEqualTo(Stage.PLAN);
    }

    @Test
    void urgesAndIsSettledForThisRound() {
        long notice = escalated();

        handle(notice, NINGXIA, Map.of("measure", "URGE"));

        long unit = scenario.assignment(notice, NINGXIA).id();
        assertThat(patrol.remindersOn(patrol.time().today(), unit)).contains("URGE 640000 STAFF", "URGE 640000 LEAD");
        assertThat(statuses(notice, NINGXIA)).containsExactly(Escalation.Status.URGED);
        patrol.on(patrol.dayWith(dueOf(notice, NINGXIA), -7));
        assertThat(scenario.open(notice, NINGXIA)).containsExactly("signReceipt");
    }

    @Test
    void givesMoreTimeAndAsksAgainWhenThatIsOverToo() {
        long notice = escalated();
        LocalDate original = dueOf(notice, NINGXIA);
        LocalDate longer = patrol.dayWith(patrol.time().today(), -5);

        handle(notice, NINGXIA, Map.of("measure", "EXTEND", "reason", "机构改革", "newDue", longer.toString()));

        Assignment unit = scenario.assignment(notice, NINGXIA);
        assertThat(unit.dueDate()).isEqualTo(longer);
        assertThat(unit.originalDue()).isEqualTo(original);
        assertThat(scenario.task(notice, NINGXIA, "signReceipt").getDueDate())
                .isEqualTo(java.util.Date.from(longer.atTime(23, 59, 59)
                        .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                        .toInstant()));
        assertThat(scenario.acts(notice, NINGXIA)).contains("ESCALATION_EXTENDED");
        patrol.on(patrol.dayWith(longer, -3));
        assertThat(statuses(notice, NINGXIA)).containsExactly(Escalation.Status.EXTENDED, Escalation.Status.OPEN);
    }

    @Test
    void asksAgainWhenWhatWasReturnedIsLateAgain() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        patrol.on(patrol.dayWith(dueOf(notice, NINGXIA), -3));
        scenario.draftPlan(notice, NINGXIA);
        scenario.decide(notice, NINGXIA, "approvePlan", true, null);
        scenario.decide(notice, NINGXIA, "reviewPlan", false, "请补充");
        patrol.jobs().runAll();
        assertThat(statuses(notice, NINGXIA)).containsExactly(Escalation.Status.DELIVERED);

        patrol.on(patrol.dayWith(dueOf(notice, NINGXIA), -3));

        assertThat(statuses(notice, NINGXIA)).containsExactly(Escalation.Status.DELIVERED, Escalation.Status.OPEN);
        assertThat(scenario.open(notice, NINGXIA)).containsExactlyInAnyOrder("draftPlan", "handleOverdue");
    }

    @Test
    void isNotTakenForDeliveredWhereTheNoticeIsClosed(
            @Autowired ApplicationEventPublisher events, @Autowired TransactionTemplate transaction) {
        long notice = escalated();

        transaction.executeWithoutResult(status -> events.publishEvent(new NoticeClosed(notice)));

        assertThat(statuses(notice, NINGXIA)).containsExactly(Escalation.Status.NOTICE_CLOSED);
    }

    /** Somebody is about to complete it; tomorrow's patrol looks again. */
    @Test
    void leavesAUnitToItselfThatSomebodyIsWorkingOn(
            @Autowired Overdue overdue,
            @Autowired Patrols patrols,
            @Autowired Assignments assignments,
            @Autowired TransactionTemplate transaction) {
        long notice = scenario.issueTo(NINGXIA);
        Assignment unit = scenario.assignment(notice, NINGXIA);
        LocalDate day = patrolOpened(notice, patrols, transaction);

        Overdue.Batch meanwhile = transaction.execute(status -> {
            assignments.locked(unit.id());
            return CompletableFuture.supplyAsync(() -> transaction.execute(other -> {
                        Overdue.Batch batch = overdue.next(day, 10);
                        other.setRollbackOnly();
                        return batch;
                    }))
                    .join();
        });
        Overdue.Batch afterwards = transaction.execute(status -> overdue.next(day, 10));

        assertThat(meanwhile).isNotNull();
        assertThat(meanwhile.units()).isEmpty();
        assertThat(afterwards).isNotNull();
        assertThat(afterwards.units()).extracting(Assignment::id).containsExactly(unit.id());
    }

    /** Whoever goes on next waits for the patrol's batch and finds the escalation it has to end. */
    @Test
    void holdsTheUnitsItEscalates(
            @Autowired Overdue overdue,
            @Autowired Patrols patrols,
            @Autowired Assignments assignments,
            @Autowired TransactionTemplate transaction) {
        long notice = scenario.issueTo(NINGXIA);
        Assignment unit = scenario.assignment(notice, NINGXIA);
        LocalDate day = patrolOpened(notice, patrols, transaction);

        Optional<Assignment> free = transaction.execute(status -> {
            assertThat(overdue.next(day, 10).units()).hasSize(1);
            return CompletableFuture.supplyAsync(
                            () -> transaction.execute(other -> assignments.lockedIfFree(unit.id())))
                    .join();
        });

        assertThat(free).isEmpty();
    }

    /** The patrol of the day on which Ningxia is to be escalated has begun. */
    private LocalDate patrolOpened(long notice, Patrols patrols, TransactionTemplate transaction) {
        LocalDate day = patrol.dayWith(dueOf(notice, NINGXIA), -3);
        transaction.executeWithoutResult(status -> patrols.open(day));
        return day;
    }

    @Test
    void findsAnEscalationByItsProcess(@Autowired DataSource dataSource) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData database = connection.getMetaData();
            String table = database.storesUpperCaseIdentifiers() ? "ESCALATION" : "escalation";
            try (ResultSet indexes = database.getIndexInfo(null, null, table, false, true)) {
                while (indexes.next()) {
                    names.add(String.valueOf(indexes.getString("INDEX_NAME")).toLowerCase(Locale.ROOT));
                }
            }
        }

        assertThat(names).contains("escalation_instance");
    }

    @Test
    void saysWhatIsMissingAndKeepsTheTaskOpen() {
        long notice = escalated();

        assertThatThrownBy(() -> handle(notice, NINGXIA, Map.of())).hasMessageContaining("请选择");
        assertThatThrownBy(() -> handle(notice, NINGXIA, Map.of("measure", "WAIVE")))
                .hasMessageContaining("理由");
        assertThatThrownBy(() -> handle(notice, NINGXIA, Map.of("measure", "EXTEND", "reason", "机构改革")))
                .hasMessageContaining("新的时限");
        assertThatThrownBy(() ->
                        handle(notice, NINGXIA, Map.of("measure", "EXTEND", "reason", "机构改革", "newDue", "2026-03-09")))
                .hasMessageContaining("必须晚于");

        assertThat(scenario.open(notice, NINGXIA)).contains("handleOverdue");
        assertThat(statuses(notice, NINGXIA)).containsExactly(Escalation.Status.OPEN);
    }

    /** Whoever completes a task may store variables of any name. */
    @Test
    void takesNothingFromVariablesThatAreNotItsForms() {
        long notice = escalated();

        handle(notice, NINGXIA, Map.of("measure", "URGE", "waived", true, "escalationId", -1L));
        patrol.jobs().runAll();

        assertThat(scenario.assignment(notice, NINGXIA).stage()).isEqualTo(Stage.RECEIPT);
        assertThat(scenario.open(notice, NINGXIA)).containsExactly("signReceipt");
    }

    @Test
    void letsTheNoticeGoOnWithoutAWaivedProvince() {
        long notice = escalated();

        handle(notice, NINGXIA, Map.of("measure", "WAIVE", "reason", "已撤并"));
        patrol.jobs().runAll();

        assertThat(scenario.assignment(notice, NINGXIA).stage()).isEqualTo(Stage.WAIVED);
        assertThat(scenario.instance(notice, NINGXIA)).isNull();
        assertThat(scenario.open(notice, HQ)).containsExactly("compileNationalReport");
        Rollup.WithMissing rollup = rollups.withMissing(scenario.assignment(notice, HQ), 10);
        assertThat(rollup.missingTotal()).isZero();
        assertThat(rollup.missing()).isEmpty();
        assertThat(rollup.counts().waived()).isEqualTo(1);
        assertThat(rollup.waived()).extracting(Rollup.Missing::code).containsExactly(NINGXIA);
    }

    @Test
    void waivesWhoeverIsOpenBelowAndWakesTheSuperiorAtTheLastOne() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.plan(notice, NINGXIA);
        scenario.sign(notice, YINCHUAN);
        List<String> counties = scenario.units().childrenOf(YINCHUAN).stream()
                .map(unit -> unit.code())
                .toList();
        assertThat(counties).isNotEmpty();
        patrol.on(patrol.dayWith(dueOf(notice, YINCHUAN), -3));

        scenario.units().childrenOf(NINGXIA).forEach(prefecture -> {
            assertThat(scenario.assignment(notice, NINGXIA).stage()).isEqualTo(Stage.WAITING);
            handle(notice, prefecture.code(), Map.of("measure", "WAIVE", "reason", "已撤并"));
            patrol.jobs().runAll();
        });

        counties.forEach(county -> {
            assertThat(scenario.assignment(notice, county).stage()).isEqualTo(Stage.WAIVED);
            assertThat(scenario.open(notice, county)).isEmpty();
            assertThat(scenario.acts(notice, county)).contains("WAIVED");
        });
        assertThat(scenario.open(notice, NINGXIA)).containsExactly("compileReport");
        scenario.report(notice, NINGXIA);
        assertThat(scenario.open(notice, HQ)).containsExactly("compileNationalReport");
    }

    /** The unit is three working days late with its receipt. */
    private long escalated() {
        long notice = scenario.issueTo(NINGXIA);
        patrol.on(patrol.dayWith(dueOf(notice, NINGXIA), -3));
        return notice;
    }

    private void handle(long notice, String unit, Map<String, Object> answers) {
        scenario.complete(notice, unit, "handleOverdue", answers);
    }

    private LocalDate dueOf(long notice, String unit) {
        LocalDate due = scenario.assignment(notice, unit).dueDate();
        assertThat(due).isNotNull();
        return due;
    }

    private List<Escalation.Status> statuses(long notice, String unit) {
        return escalations.of(scenario.assignment(notice, unit).id()).stream()
                .map(Escalation::status)
                .toList();
    }
}
