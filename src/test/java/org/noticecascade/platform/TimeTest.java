package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeTest {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final CascadeClock clock = new CascadeClock(BEIJING);

    @AfterEach
    void backToNow() {
        clock.shiftBy(Duration.ZERO);
    }

    @Test
    void followsTheSystemUntilItIsShifted() {
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
        assertThat(clock.offset()).isZero();
        assertThat(clock.getZone()).isEqualTo(BEIJING);
    }

    @Test
    void takesTheEngineAlongAndBack() {
        clock.shiftBy(Duration.ofDays(40));

        Instant shifted = Instant.now().plus(40, ChronoUnit.DAYS);
        assertThat(clock.instant()).isCloseTo(shifted, within(5, ChronoUnit.SECONDS));
        assertThat(ClockUtil.getCurrentTime().toInstant()).isCloseTo(shifted, within(5, ChronoUnit.SECONDS));
        assertThat(clock.offset()).isEqualTo(Duration.ofDays(40));

        clock.shiftBy(Duration.ZERO);
        assertThat(ClockUtil.getCurrentTime().toInstant()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void replacesAnEarlierShiftInsteadOfAddingToIt() {
        clock.shiftBy(Duration.ofDays(40));
        clock.shiftBy(Duration.ofDays(-3));

        Instant shifted = Instant.now().minus(3, ChronoUnit.DAYS);
        assertThat(clock.instant()).isCloseTo(shifted, within(5, ChronoUnit.SECONDS));
        assertThat(ClockUtil.getCurrentTime().toInstant()).isCloseTo(shifted, within(5, ChronoUnit.SECONDS));
    }

    @Test
    void keepsItsShiftInAnotherZone() {
        clock.shiftBy(Duration.ofDays(40));

        Clock elsewhere = clock.withZone(ZoneId.of("UTC"));

        assertThat(elsewhere.instant()).isCloseTo(clock.instant(), within(5, ChronoUnit.SECONDS));
        assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void refusesToStartInAnotherZoneAndNamesBoth() {
        assertThatThrownBy(() -> TimeConfiguration.requireZone(BEIJING, ZoneId.of("UTC")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("time zone is UTC")
                .hasMessageContaining("-Duser.timezone")
                .hasMessageContaining("Asia/Shanghai");
        assertThatCode(() -> TimeConfiguration.requireZone(BEIJING, BEIJING)).doesNotThrowAnyException();
    }
}
