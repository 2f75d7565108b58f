package org.noticecascade.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.noticecascade.deadline.Patrol;
import org.noticecascade.deadline.Patrols;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a working day has brought, and whether anything of it is still under way. */
@Component
@Profile("demo")
class DayLog {
    private final Patrols patrols;
    private final JdbcClient jdbc;
    private final Clock clock;

    DayLog(Patrols patrols, JdbcClient jdbc, Clock clock) {
        this.patrols = patrols;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One working day.
     *
     * @param swept assignments with a due date the patrol looked at
     * @param reminders written by it
     * @param escalations overdue stages that became a task of the superior
     * @param mails that left
     */
    record Day(LocalDate day, int swept, int reminders, int escalations, int mails) {}

    Day of(LocalDate day) {
        Patrol patrol = patrols.get(day);
        return new Day(
                day,
                patrol.swept(),
                patrol.reminded(),
                on(day, "select count(*) from escalation where opened_at >= :from and opened_at < :until"),
                on(
                        day,
                        "select count(*) from mail_outbox where status = 'SENT' and sent_at >= :from and sent_at < :until"));
    }

    /** The day's patrol is over and every mail that may leave has left. */
    boolean isOver(LocalDate day) {
        return patrols.find(day).map(Patrol::done).orElse(false) && mailsUnderWay() == 0;
    }

    private int mailsUnderWay() {
        return jdbc.sql("""
                        select count(*) from mail_outbox
                         where status = 'SENDING' or (status = 'WAITING' and not_before <= :now)""")
                .param("now", OffsetDateTime.now(clock))
                .query(Integer.class)
                .single();
    }

    private int on(LocalDate day, String count) {
        return jdbc.sql(count)
                .param("from", day.atStartOfDay(clock.getZone()).toOffsetDateTime())
                .param("until", day.plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime())
                .query(Integer.class)
                .single();
    }
}
