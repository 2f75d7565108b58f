package org.noticecascade.desk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.TestTime;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.deadline.EscalationPolicy;
import org.noticecascade.deadline.Verdict;
import org.noticecascade.directory.Level;
import org.noticecascade.notice.Light;
import org.noticecascade.notice.Stage;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class DueLightsTest {
    /** Three working days in advance at the earliest, at one level and stage only. */
    private static final int YELLOW_FROM = 3;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private java.time.Clock clock;

    @Autowired
    private TestTime time;

    private final AtomicInteger asked = new AtomicInteger();

    private final EscalationPolicy policy = (left, level, stage) -> {
        asked.incrementAndGet();
        boolean yellow = left <= YELLOW_FROM && level == Level.COUNTY && stage == Stage.REPORT;
        return new Verdict(yellow ? Light.YELLOW : Light.GREEN, null, false, false, false, false, false);
    };

    @Test
    void isYellowFromWhereTheTableFirstShowsItAnywhere() {
        DueLights lights = new DueLights(policy, calendar, clock);

        assertThat(lights.of(time.inWorkingDays(YELLOW_FROM + 1))).isEqualTo(Light.GREEN);
        assertThat(lights.of(time.inWorkingDays(YELLOW_FROM))).isEqualTo(Light.YELLOW);
        assertThat(lights.of(LocalDate.now(clock).minusDays(30))).isEqualTo(Light.RED);
    }

    @Test
    void asksTheTableFewTimesADay() {
        DueLights lights = new DueLights(policy, calendar, clock);

        for (int i = 0; i < 50; i++) {
            lights.of(time.inWorkingDays(2));
        }

        int kinds = Level.values().length * Stage.values().length;
        assertThat(asked.get()).isPositive().isLessThanOrEqualTo(5 * kinds);
    }
}
