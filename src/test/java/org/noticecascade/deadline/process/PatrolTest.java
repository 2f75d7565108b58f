package org.noticecascade.deadline.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestJobs;
import org.noticecascade.TestTime;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.deadline.Patrol;
import org.noticecascade.deadline.Patrols;
import org.noticecascade.deadline.Sweep;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Light;
import org.noticecascade.notice.Stage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class PatrolTest {
    private static final String NINGXIA = "640000";
    private static final String SHANGHAI = "310000";

    @Autowired
    private Scenario scenario;

    @Autowired
    private Patrols patrols;

    @Autowired
    private Sweep sweep;

    @Autowired
    private PatrolMakeUp makeUp;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TestTime time;

    private Patrolling patrol;
    private TransactionTemplate transaction;

    @BeforeEach
    void prepare(
            @Autowired TestJobs jobs,
            @Autowired WorkingCalendar calendar,
            @Autowired JdbcClient jdbc,
            @Autowired PlatformTransactionManager transactions) {
        patrol = new Patrolling(runtime, jobs, time, calendar, jdbc);
        transaction = new TransactionTemplate(transactions);
    }

    @Test
    void setsTheLightAndRemindsAtEachThreshold() {
        long notice = planRequestedOf(NINGXIA);
        Assignment unit = scenario.assignment(notice, NINGXIA);

        assertThat(patrolled(notice, 4)).isEqualTo("GREEN []");
        assertThat(patrolled(notice, 3)).isEqualTo("YELLOW [DUE_SOON 640000 STAFF]");
        assertThat(patrolled(notice, 2)).isEqualTo("YELLOW []");
        assertThat(patrolled(notice, 1)).isEqualTo("YELLOW [DUE_SOON 640000 STAFF]");
        assertThat(patrolled(notice, 0)).isEqualTo("YELLOW [DUE_TODAY 640000 STAFF]");
        assertThat(patrolled(notice, -1)).isEqualTo("RED [OVERDUE 640000 STAFF, OVERDUE 640000 LEAD]");
        assertThat(patrolled(notice, -2)).isEqualTo("RED []");
        assertThat(patrolled(notice, -3))
                .isEqualTo("RED [OVERDUE 640000 STAFF, OVERDUE 640000 LEAD, OVERDUE 000000 SUPERVISOR]");
        assertThat(patrolled(notice, -4)).isEqualTo("RED []");
        assertThat(patrolled(notice, -5))
                .as("the superior's supervisor is headquarters' own: told once")
                .isEqualTo("RED [OVERDUE 640000 STAFF, OVERDUE 640000 LEAD, OVERDUE 000000 SUPERVISOR]");
        assertThat(scenario.assignment(notice, NINGXIA).dueDate()).isEqualTo(unit.dueDate());
    }

    @Test
    void turnsGreenAgainWhenNothingIsDueAnyMore() {
        long notice = scenario.issueTo(NINGXIA);
        patrol.on(patrol.dayWith(dueOf(notice), -1));
        assertThat(scenario.assignment(notice, NINGXIA).light()).isEqualTo(Light.RED);

        scenario.plan(notice, NINGXIA);

        assertThat(scenario.assignment(notice, NINGXIA).stage()).isEqualTo(Stage.WAITING);
        assertThat(scenario.assignment(notice, NINGXIA).light()).isEqualTo(Light.GREEN);
    }

    @Test
    void leavesDaysOffAlone() {
        long notice = scenario.issueTo(NINGXIA);
        LocalDate saturday = LocalDate.of(2026, 3, 14);

        patrol.on(saturday);

        assertThat(patrols.find(saturday)).isEmpty();
        assertThat(scenario.assignment(notice, NINGXIA).light()).isEqualTo(Light.GREEN);
        assertThat(patrol.remindersOn(
                        saturday, scenario.assignment(notice, NINGXIA).id()))
                .isEmpty();
        assertThat(instances()).isZero();
    }

    @Test
    void patrolsOnlyOncePerDay() {
        long notice = scenario.issueTo(NINGXIA);
        LocalDate due = dueOf(notice);
        patrol.on(due);

        patrol.on(due);

        Patrol done = patrols.get(due);
        assertThat(done.done()).isTrue();
        assertThat(done.reminded()).isEqualTo(1);
        assertThat(instances()).isZero();
    }

    /** The other node has written its row but not committed it. */
    @Test
    void givesWayToANodeThatIsJustOpeningThePatrol() throws Exception {
        LocalDate today = time.today();
        CompletableFuture<String> second = transaction.execute(status -> {
            patrols.open(today);
            CompletableFuture<String> other = CompletableFuture.supplyAsync(patrol::start);
            assertThatThrownBy(() -> other.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            return other;
        });

        second.get(30, TimeUnit.SECONDS);

        assertThat(patrols.find(today)).isPresent();
        assertThat(instances()).isZero();
    }

    @Test
    void repeatsAPageThatFailedWithoutRemindingTwice() {
        long notice = scenario.issueTo(NINGXIA, SHANGHAI);
        LocalDate due = dueOf(notice);
        time.moveTo(due);
        patrol.start();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    sweep.page(due, 100);
                    throw new IllegalStateException("the node dies before it commits");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(patrols.get(due).cursor()).isZero();
        patrol.jobs().runAll();

        assertThat(patrols.get(due).reminded()).isEqualTo(2);
        assertThat(patrol.remindersOn(due, scenario.assignment(notice, NINGXIA).id()))
                .containsExactly("DUE_TODAY 640000 STAFF");
    }

    @Test
    void goesOnWhereAnInterruptedSweepStopped() {
        long notice = scenario.issueTo(NINGXIA, SHANGHAI);
        LocalDate due = dueOf(notice);
        time.moveTo(due);
        patrol.start();
        boolean more = Boolean.TRUE.equals(transaction.execute(status -> sweep.page(due, 2)));
        assertThat(more).isTrue();
        assertThat(patrols.get(due).swept())
                .as("headquarters' own row has no due date")
                .isEqualTo(1);

        patrol.jobs().runAll();

        assertThat(patrols.get(due).done()).isTrue();
        assertThat(patrols.get(due).swept()).isEqualTo(2);
        assertThat(patrols.get(due).reminded()).isEqualTo(2);
        assertThat(scenario.assignment(notice, SHANGHAI).light()).isEqualTo(Light.YELLOW);
    }

    @Test
    void makesUpOnceAfterThreeDaysAndSaysTheWorstOnce() {
        long notice = planRequestedOf(NINGXIA);
        LocalDate due = dueOf(notice);
        patrol.on(patrol.dayWith(due, 1));
        LocalDate back = patrol.dayWith(due, -2);
        time.moveTo(back);

        assertThat(makeUp.makeUp()).isTrue();
        assertThat(makeUp.makeUp()).isFalse();
        patrol.jobs().runAll();

        long unit = scenario.assignment(notice, NINGXIA).id();
        assertThat(patrol.remindersOn(back, unit)).containsExactly("OVERDUE 640000 STAFF", "OVERDUE 640000 LEAD");
        assertThat(patrol.remindersOn(due, unit)).isEmpty();
        assertThat(patrols.get(back).since()).isEqualTo(patrol.dayWith(due, 1));
        assertThat(makeUp.makeUp()).isFalse();
    }

    /** An administrator lets it go on in the engine's console after the next day's has been. */
    @Test
    void turnsNoLightBackWhenAPatrolThatGotStuckGoesOn() {
        long notice = planRequestedOf(NINGXIA);
        LocalDate due = dueOf(notice);
        LocalDate stuck = patrol.dayWith(due, 5);
        transaction.executeWithoutResult(status -> patrols.open(stuck));
        LocalDate next = patrol.dayWith(due, -1);
        patrol.on(next);
        assertThat(scenario.assignment(notice, NINGXIA).light()).isEqualTo(Light.RED);

        boolean more = Boolean.TRUE.equals(transaction.execute(status -> sweep.page(stuck, 100)));

        assertThat(more).isFalse();
        assertThat(scenario.assignment(notice, NINGXIA).light()).isEqualTo(Light.RED);
        assertThat(patrols.get(next).since())
                .as("not the day that was never done")
                .isNull();
    }

    /** A clock that was a year ahead left a patrol there. */
    @Test
    void isNotOvertakenByAPatrolOfTheFuture() {
        long notice = planRequestedOf(NINGXIA);
        transaction.executeWithoutResult(status -> patrols.open(time.today().plusYears(1)));

        assertThat(patrolled(notice, -1)).startsWith("RED");
    }

    @Test
    void makesNothingUpOnADayOff() {
        time.moveTo(LocalDate.of(2026, 3, 14));

        assertThat(makeUp.makeUp()).isFalse();
    }

    @Test
    void remindsAgainOfWhatWasReturnedAndIsLateAgain() {
        long notice = planRequestedOf(NINGXIA);
        LocalDate firstLate = patrol.dayWith(dueOf(notice), -1);
        patrol.on(firstLate);
        long unit = scenario.assignment(notice, NINGXIA).id();
        assertThat(patrol.remindersOn(firstLate, unit)).hasSize(2);
        scenario.draftPlan(notice, NINGXIA);
        scenario.decide(notice, NINGXIA, "approvePlan", true, null);
        scenario.decide(notice, NINGXIA, "reviewPlan", false, "请补充");
        assertThat(scenario.assignment(notice, NINGXIA).light()).isEqualTo(Light.GREEN);

        LocalDate secondLate = patrol.dayWith(dueOf(notice), -1);
        patrol.on(secondLate);

        assertThat(secondLate).isAfter(firstLate);
        assertThat(patrol.remindersOn(secondLate, unit)).containsExactly("OVERDUE 640000 STAFF", "OVERDUE 640000 LEAD");
        assertThat(scenario.assignment(notice, NINGXIA).light()).isEqualTo(Light.RED);
    }

    @Test
    void remindsTheSuperiorWhileItReviews() {
        long notice = planRequestedOf(NINGXIA);
        scenario.draftPlan(notice, NINGXIA);
        scenario.decide(notice, NINGXIA, "approvePlan", true, null);
        Assignment unit = scenario.assignment(notice, NINGXIA);
        assertThat(unit.stage()).isEqualTo(Stage.REVIEW);

        assertThat(patrolled(notice, 0)).isEqualTo("YELLOW [DUE_TODAY 000000 STAFF]");
        assertThat(patrolled(notice, -1)).isEqualTo("RED [OVERDUE 000000 STAFF, OVERDUE 000000 LEAD]");
    }

    /** Runs the patrol of that day; the light and the reminders of it. */
    private String patrolled(long notice, int workingDaysLeft) {
        LocalDate day = patrol.dayWith(dueOf(notice), workingDaysLeft);
        patrol.on(day);
        Assignment unit = scenario.assignment(notice, NINGXIA);
        return unit.light() + " " + patrol.remindersOn(day, unit.id());
    }

    private long planRequestedOf(String province) {
        long notice = scenario.issueTo(province);
        scenario.sign(notice, province);
        return notice;
    }

    private LocalDate dueOf(long notice) {
        LocalDate due = scenario.assignment(notice, NINGXIA).dueDate();
        assertThat(due).isNotNull();
        return due;
    }

    private long instances() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(PatrolProcess.KEY)
                .count();
    }
}
