package org.noticecascade.deadline.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.deadline.PatrolProperties;
import org.noticecascade.mail.QuietHours;

/** Mail leaves from 8:30 to 18:00; every day works here. */
class NextDigestsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 4);
    private static final LocalDate NEXT = DAY.plusDays(1);
    private static final LocalTime OPENS = LocalTime.of(8, 30);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    private final QuietHours quietHours = mock(QuietHours.class);
    private final WorkingCalendar calendar = mock(WorkingCalendar.class, Answers.RETURNS_DEEP_STUBS);

    @BeforeEach
    void hours() {
        when(calendar.days().next(DAY)).thenReturn(NEXT);
        when(quietHours.mayMail(any())).thenAnswer(call -> isOpen(call.getArgument(0)));
        when(quietHours.nextOpening(any())).thenAnswer(call -> {
            Instant at = call.getArgument(0);
            LocalDateTime local = at.atZone(ZONE).toLocalDateTime();
            if (isOpen(at)) {
                return at;
            }
            LocalDate day = local.toLocalTime().isBefore(OPENS)
                    ? local.toLocalDate()
                    : local.toLocalDate().plusDays(1);
            return at(day, OPENS);
        });
    }

    @Test
    void waitsForThatDaysPatrol() {
        assertThat(at(9, 30, "0 0 9 * * ?").at(NEXT)).isEqualTo(at(NEXT, LocalTime.of(9, 15)));
        assertThat(at(7, 0, "0 0 9 * * ?").at(DAY)).isEqualTo(at(DAY, LocalTime.of(9, 15)));
    }

    @Test
    void doesNotWaitWhereThePatrolIsOver() {
        assertThat(at(9, 30, "0 0 9 * * ?").at(DAY)).isEqualTo(at(DAY, LocalTime.of(9, 30)));
    }

    @Test
    void leavesWithTheFirstMailWhereThePatrolComesAfterTheLast() {
        assertThat(at(9, 30, "0 0 20 * * ?").at(NEXT)).isEqualTo(at(NEXT, OPENS));
        assertThat(at(9, 30, "0 0 3 * * ?").at(NEXT)).isEqualTo(at(NEXT, OPENS));
    }

    /** Else the person had it on the next morning, and that day's own digest besides. */
    @Test
    void countsAnEveningForTheNextDay() {
        assertThat(at(9, 30, "0 0 9 * * ?").firstFor(DAY)).isEqualTo(DAY);
        assertThat(at(17, 59, "0 0 9 * * ?").firstFor(DAY)).isEqualTo(DAY);
        assertThat(at(18, 0, "0 0 9 * * ?").firstFor(DAY)).isEqualTo(NEXT);
    }

    private NextDigests at(int hour, int minute, String cron) {
        Clock clock = Clock.fixed(at(DAY, LocalTime.of(hour, minute)), ZONE);
        return new NextDigests(calendar, new PatrolProperties(cron, 1, 1, true), quietHours, clock);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    private static boolean isOpen(Instant at) {
        LocalTime time = at.atZone(ZONE).toLocalTime();
        return !time.isBefore(OPENS) && time.isBefore(CLOSES);
    }
}
