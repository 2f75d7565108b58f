package org.noticecascade.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class LatestFiguresTest {
    private static final Instant NINE = Instant.parse("2026-03-04T01:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NINE);
    private final Readings readings = mock();
    private final LatestFigures figures = new LatestFigures(
            readings,
            new HealthProperties(Duration.ofSeconds(30), Duration.ofMinutes(10), 1, Duration.ofHours(1)),
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneId.of("Asia/Shanghai");
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now.get();
                }
            });

    @Test
    void readsTheTablesOnceHoweverManyAsk() {
        when(readings.read()).thenReturn(some());

        for (int asked = 0; asked < 100; asked++) {
            figures.get();
        }

        verify(readings, times(1)).read();
    }

    @Test
    void readsAgainWhenTheFiguresAreOld() {
        when(readings.read()).thenReturn(some());
        figures.get();
        now.set(NINE.plusSeconds(30));

        figures.get();

        verify(readings, times(2)).read();
    }

    @Test
    void aDatabaseThatIsAwayIsNotAskedByEverybodyEither() {
        when(readings.read()).thenThrow(new DataAccessResourceFailureException("away"));

        for (int asked = 0; asked < 3; asked++) {
            assertThatThrownBy(figures::get)
                    .isInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("away");
        }

        verify(readings, times(1)).read();
        assertThat(figures).isNotNull();
    }

    private static Figures some() {
        return new Figures(NINE, List.of(), new Figures.Jobs(0, 0, 0, 0), Map.of(), null, null, 0);
    }
}
