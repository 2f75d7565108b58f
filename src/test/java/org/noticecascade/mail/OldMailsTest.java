package org.noticecascade.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.noticecascade.mail.MailTestContext.DAY;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(MailTestContext.class)
class OldMailsTest {
    private static final LocalDate OLD = DAY.minusDays(401);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    QuietHours quietHours;

    @Autowired
    MailFixture fixture;

    @Autowired
    SettableClock clock;

    private OldMails oldMails;

    @BeforeEach
    void reset() {
        fixture.reset();
        oldMails = new OldMails(jdbc, quietHours, MailTestContext.properties(), clock);
    }

    @Test
    void deletesWhatIsOldAndSettledAtNight() {
        rows(1234, "SENT", OLD);
        rows(1, "DROPPED", OLD);
        rows(1, "FAILED", OLD);
        rows(1, "WAITING", OLD);
        rows(1, "SENT", DAY.minusDays(400));

        assertThat(oldMails.deleteOnceADay(() -> false)).isZero();
        clock.at(DAY, LocalTime.of(20, 0));

        assertThat(oldMails.deleteOnceADay(() -> false)).isEqualTo(1235);
        assertThat(fixture.rows(Outbox.Status.SENT)).isEqualTo(1);
        assertThat(fixture.rows(Outbox.Status.FAILED)).isEqualTo(1);
        assertThat(fixture.rows(Outbox.Status.WAITING)).isEqualTo(1);
    }

    @Test
    void looksOnceADay() {
        clock.at(DAY, LocalTime.of(20, 0));
        assertThat(oldMails.deleteOnceADay(() -> false)).isZero();
        rows(1, "SENT", OLD);

        assertThat(oldMails.deleteOnceADay(() -> false)).isZero();
        clock.at(DAY.plusDays(1), LocalTime.of(0, 0));
        assertThat(oldMails.deleteOnceADay(() -> false)).isEqualTo(1);
    }

    private void rows(int number, String status, LocalDate day) {
        jdbc.sql("""
                        insert into mail_outbox (mail_key, kind, user_id, on_day, not_before, status)
                        select :status || :day || x.n, 'RETURN', 'u0', cast(:day as date), :now, :status
                          from (select row_number() over () as n from system_range(1, :number)) x""")
                .param("status", status)
                .param("day", day.toString())
                .param("number", number)
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
    }
}
