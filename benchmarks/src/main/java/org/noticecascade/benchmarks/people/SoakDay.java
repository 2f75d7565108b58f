package org.noticecascade.benchmarks.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.noticecascade.benchmarks.MailSink;
import org.noticecascade.benchmarks.Service;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.deadline.process.PatrolMakeUp;
import org.noticecascade.platform.CascadeClock;

/**
 * One working day: the night's clean-up, the patrol at nine, its digests, requests for more time, decisions of those
 * above, urging, and everybody's work. Units whose code ends in 7 leave receipts lying for eight days.
 */
final class SoakDay {
    private static final int DESKS = 16;
    private static final int ASKING = 5;
    private static final int URGED = 5;
    private static final double RETURNED = 0.03;
    private static final int LAZY_DAYS = 28;

    /** Days for which more time is asked. */
    private static final int LONGER = 20;

    private static final long LOOK_NANOS = 100_000_000;
    private static final long MOST_SECONDS = 240;
    private static final Set<String> DECISIONS = Set.of("userTask_handleOverdue", "userTask_decideExtension");
    private static final String OWN_WORK = "a.stage in ('RECEIPT', 'PLAN', 'STUDY', 'REPORT')";

    private final Service service;
    private final MailSink sink;
    private final Answers answers = new Answers(RETURNED);
    private long mails;
    private int asked;
    private int urged;
    private long overdueHistory;

    SoakDay(Service service, MailSink sink) {
        this.service = service;
        this.sink = sink;
    }

    /** Goes through the night to ten o'clock of the next working day, patrol and digests done. */
    LocalDate begin() {
        mails = sink.taken();
        LocalDate day = service.get(WorkingCalendar.class).days().next(service.today());
        night(day);
        moveTo(day.atTime(9, 0, 1));
        await("the patrol of " + day, () -> count("select count(*) from patrol where status = 'DONE' and on_day = '%s'".formatted(day)) == 1,
                () -> service.get(PatrolMakeUp.class).makeUp());
        await("the mails of " + day, () -> count("select count(*) from mail_outbox where status = 'SENDING' or status = 'WAITING' and not_before <= now() + interval '%d seconds'"
                .formatted(service.get(CascadeClock.class).offset().toSeconds())) == 0, () -> {});
        moveTo(day.atTime(10, 0));
        return day;
    }

    /** Every night of that many days, without anybody at work. */
    void nightsLater(int days) {
        LocalDate from = service.today();
        for (int later = 1; later <= days; later++) {
            night(from.plusDays(later));
        }
    }

    private void night(LocalDate day) {
        moveTo(day.atTime(1, 30));
        OffsetDateTime now = OffsetDateTime.now(service.get(Clock.class));
        Growth growth = new Growth(service.jdbc());
        overdueHistory = growth.overdue(now);
        await("the clean-up of " + day, () -> growth.overdue(now) == 0, () -> {});
    }

    /** @param everything also what lazy units leave lying otherwise, until nothing is left to do */
    void work(Measured measured, long most, boolean everything) {
        asked = everything ? 0 : ask(measured);
        Office above = new Office(service, new Scope("t.task_def_key_ in ('userTask_handleOverdue', 'userTask_decideExtension')", DECISIONS), answers);
        above.work(DESKS / 2, measured, MOST_SECONDS, Long.MAX_VALUE);
        urged = urge(measured);
        String lazy = "not (t.task_def_key_ = 'userTask_signReceipt' and l.group_id_ like '%%7STAFF' and t.create_time_ > timestamp '%s')"
                .formatted(service.today().minusDays(LAZY_DAYS).atTime(LocalTime.NOON));
        Scope scope = everything ? Scope.ALL : new Scope(lazy, Set.of());
        new Office(service, scope, answers).work(DESKS, measured, everything ? 10 * MOST_SECONDS : MOST_SECONDS, most);
    }

    String said() {
        return "%,d mails, %d asked for more time, %d urged, %,d escalations open, %,d instances cleaned at night".formatted(
                sink.taken() - mails, asked, urged, count("select count(*) from escalation where status = 'OPEN'"), overdueHistory);
    }

    /** A few units whose due date has not passed. */
    private int ask(Measured measured) {
        List<Map<String, Object>> units = service.jdbc().queryForList("""
                select a.id, a.unit_code from assignment a where a.depth > 0 and a.due_date between ? and ? and %s
                   and not exists (select 1 from extension e where e.assignment_id = a.id) order by a.due_date, a.id limit %d"""
                .formatted(OWN_WORK, ASKING), java.sql.Date.valueOf(service.today()), java.sql.Date.valueOf(service.today().plusDays(LONGER - 1)));
        for (Map<String, Object> unit : units) {
            as(Accounts.user(unit.get("unit_code").toString(), "STAFF"), measured, browser -> {
                String path = "/assignments/%s/extensions".formatted(unit.get("id"));
                JsonNode terms = browser.ours("terms", path + "/terms");
                if (terms.get("possible").asBoolean()) {
                    browser.ours("ask for more time", "POST", path, Map.of(
                            "reason", "人员外出，申请延期", "newDue", service.today().plusDays(LONGER).toString(), "downwards", false));
                }
            });
        }
        return units.size();
    }

    /** A few units that are late and were not urged today. */
    private int urge(Measured measured) {
        List<Long> late = service.jdbc().queryForList("""
                select a.id from assignment a where a.depth > 0 and a.due_date < ? and %s
                   and not exists (select 1 from reminder r where r.assignment_id = a.id and r.kind = 'URGE' and r.on_day = ?)
                 order by a.due_date, a.id limit %d""".formatted(OWN_WORK, URGED), Long.class,
                java.sql.Date.valueOf(service.today()), java.sql.Date.valueOf(service.today()));
        if (!late.isEmpty()) {
            as(Accounts.user("000000", "SUPERVISOR"), measured, browser -> late.forEach(
                    unit -> browser.ours("urge", "POST", "/assignments/%d/urge".formatted(unit), Map.of())));
        }
        return late.size();
    }

    private interface Errand {
        void run(Browser browser);
    }

    private void as(String user, Measured measured, Errand errand) {
        try {
            Browser browser = Browser.signIn(service.address(), user, measured);
            errand.run(browser);
            browser.signOut();
        } catch (Browser.Failed counted) {
            // stands among the errors
        }
    }

    private void moveTo(LocalDateTime moment) {
        CascadeClock clock = service.get(CascadeClock.class);
        clock.shiftBy(clock.offset().plus(Duration.between(clock.instant(), moment.atZone(clock.getZone()).toInstant())));
    }

    private void await(String what, BooleanSupplier done, Runnable nudge) {
        long began = System.nanoTime();
        while (!done.getAsBoolean()) {
            nudge.run();
            if (System.nanoTime() - began > MOST_SECONDS * 1_000_000_000L) {
                throw new IllegalStateException("After %d s %s is not over".formatted(MOST_SECONDS, what));
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private long count(String sql) {
        return service.jdbc().queryForObject(sql, Long.class);
    }
}
