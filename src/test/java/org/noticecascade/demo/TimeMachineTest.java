package org.noticecascade.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Refusal;
import org.noticecascade.Scenario;
import org.noticecascade.TestJobs;
import org.noticecascade.TestTime;
import org.noticecascade.notice.Light;
import org.noticecascade.platform.CascadeClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class TimeMachineTest {
    private static final String NINGXIA = "640000";

    @Autowired
    private TimeMachine machine;

    @Autowired
    private DemoClock demoClock;

    @Autowired
    private CascadeClock clock;

    @Autowired
    private ManagementService management;

    @Autowired
    private Scenario scenario;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private TestTime time;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void forgetTheShift() {
        management.deleteProperty(DemoClock.PROPERTY);
    }

    @Test
    void visitsEachWorkingDayWithItsPatrolAndMails() {
        long notice = scenario.issueTo(NINGXIA);
        LocalDate due = scenario.assignment(notice, NINGXIA).dueDate();
        int daysUntilThreeLate = (int) IntStream.iterate(1, n -> n + 1)
                        .takeWhile(n -> !time.inWorkingDays(n).isAfter(due))
                        .count()
                + 3;
        List<LocalDate> expected = IntStream.rangeClosed(1, daysUntilThreeLate)
                .mapToObj(time::inWorkingDays)
                .toList();

        TimeMachine.Trip trip = travel(daysUntilThreeLate);

        assertThat(trip.problem()).isNull();
        assertThat(trip.days()).extracting(DayLog.Day::day).containsExactlyElementsOf(expected);
        assertThat(trip.days().get(daysUntilThreeLate - 4).reminders())
                .as("reminders on the due date itself")
                .isPositive();
        DayLog.Day last = trip.days().get(daysUntilThreeLate - 1);
        assertThat(last.escalations()).isEqualTo(1);
        assertThat(last.mails()).as("staff, lead, and the supervisor above").isPositive();
        assertThat(scenario.assignment(notice, NINGXIA).light()).isEqualTo(Light.RED);
        assertThat(time.today()).isEqualTo(expected.get(daysUntilThreeLate - 1));
    }

    @Test
    void keepsTheClockAheadOverARestart() {
        travel(2);
        Duration ahead = clock.offset();
        LocalDate reached = time.today();
        clock.shiftBy(Duration.ZERO);

        DemoClock afterRestart = new DemoClock(clock, management);

        assertThat(afterRestart.ahead()).isEqualTo(ahead);
        assertThat(afterRestart.now().toLocalDate()).isEqualTo(reached);
        assertThat(Duration.between(ClockUtil.getCurrentTime().toInstant(), clock.instant())
                        .abs())
                .as("the engine's clock follows")
                .isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void goesForwardOnly() {
        assertThatThrownBy(() -> demoClock.moveTo(demoClock.now().minusDays(1))).hasMessageContaining("forward only");
        assertThatThrownBy(() -> machine.forward(0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> machine.forward(TimeMachine.MOST_DAYS + 1)).isInstanceOf(Refusal.class);
        assertThat(time.today()).isEqualTo(TestTime.START);
    }

    @Test
    void refusesASecondTripMeanwhile() {
        machine.forward(1);
        assertThatThrownBy(() -> machine.forward(1)).isInstanceOf(Refusal.class).hasMessageContaining("正在前进");
        arrive();
    }

    private TimeMachine.Trip travel(int days) {
        machine.forward(days);
        return arrive();
    }

    /** Lets jobs run and mails leave, as they do by themselves in the demo, until the trip is over. */
    private TimeMachine.Trip arrive() {
        jobs.start();
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            jdbc.sql("update mail_outbox set status = 'SENT', sent_at = :now where status = 'WAITING'")
                    .param("now", OffsetDateTime.now(clock))
                    .update();
            return !machine.trip().running();
        });
        return machine.trip();
    }
}
