package org.noticecascade.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class QuietHoursTest {
    /** Friday, then the make-up Saturday. */
    private static final Set<LocalDate> WORKDAYS =
            Set.of(LocalDate.of(2026, 2, 13), LocalDate.of(2026, 2, 14), LocalDate.of(2026, 2, 24));

    private final QuietHours quietHours = hours();

    private static QuietHours hours() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("workdays", (WorkdayCheck) WORKDAYS::contains);
        return new QuietHours(
                MailTestContext.properties(),
                beans.getBeanProvider(WorkdayCheck.class),
                new SettableClock(LocalDate.of(2026, 2, 13)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-13T08:29:59, false",
        "2026-02-13T08:30, true",
        "2026-02-13T17:59:59, true",
        "2026-02-13T18:00, false",
        "2026-02-14T10:00, true",
        "2026-02-15T10:00, false"
    })
    void opensOnWorkingDaysOnly(LocalDateTime time, boolean open) {
        assertThat(quietHours.mayMail(at(time))).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-13T07:00, 2026-02-13T08:30",
        "2026-02-13T09:15, 2026-02-13T09:15",
        "2026-02-13T19:00, 2026-02-14T08:30",
        "2026-02-14T18:00, 2026-02-24T08:30",
        "2026-02-17T12:00, 2026-02-24T08:30"
    })
    void opensNextOnTheNextWorkingDay(LocalDateTime from, LocalDateTime next) {
        assertThat(quietHours.nextOpening(at(from))).isEqualTo(at(next));
    }

    @Test
    void isNotUsableWithoutACalendar() {
        QuietHours without = new QuietHours(
                MailTestContext.properties(),
                new StaticListableBeanFactory().getBeanProvider(WorkdayCheck.class),
                new SettableClock(LocalDate.of(2026, 2, 13)));

        assertThat(without.isUsable()).isFalse();
        assertThat(quietHours.isUsable()).isTrue();
    }

    private static Instant at(LocalDateTime time) {
        return time.atZone(SettableClock.ZONE).toInstant();
    }
}
