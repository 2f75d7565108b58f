package org.noticecascade.faults;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Assumptions;

/**
 * The service's day. A run that needs the next one makes everything that was written a day older instead of moving a
 * clock: the processes under test run on the system's time, as in production.
 */
final class Day {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration LONGEST_RUN = Duration.ofMinutes(12);

    private Day() {}

    static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    /** Midnight in the middle of a run would be a second patrol day that the run does not count with. */
    static void assumeLongEnough() {
        Assumptions.assumeTrue(
                LocalTime.now(ZONE).isBefore(LocalTime.MAX.minus(LONGEST_RUN)), "it is almost midnight in " + ZONE);
    }

    /** Makes all that was written a day older; no node may be running. */
    static void passes(Database database) {
        pass(database, 1);
    }

    /** The same for several days. Days move aside first, as they are keys. */
    static void pass(Database database, int number) {
        for (String days : new String[] {"+ 1000", "- " + (1000 + number)}) {
            execute(database, "update patrol set on_day = on_day %1$s, since_day = since_day %1$s".formatted(days));
            execute(database, "update reminder set on_day = on_day " + days);
            execute(database, """
                    update mail_outbox set on_day = on_day %1$s,
                           mail_key = case kind when 'DIGEST' then 'DIGEST:' || user_id || ':' || (on_day %1$s)
                                      else mail_key end""".formatted(days));
        }
        execute(
                database,
                "update assignment set due_date = due_date - %1$d, original_due = original_due - %1$d"
                        .formatted(number));
        execute(database, """
                update mail_outbox set not_before = not_before - %1$s,
                       claimed_until = claimed_until - %1$s, sent_at = sent_at - %1$s,
                       message_id = case status when 'SENT' then message_id end""".formatted(interval(number)));
        execute(database, "update mail_circuit set open_until = open_until - " + interval(number));
        execute(database, "update act_ru_task set due_date_ = due_date_ - " + interval(number));
        execute(
                database,
                "update act_ru_job set duedate_ = duedate_ - %s where type_ = 'timer' and process_instance_id_ is not null"
                        .formatted(interval(number)));
    }

    private static String interval(int days) {
        return "interval '%d days'".formatted(days);
    }

    /** Claims of nodes that were killed have run out; no node may be running. */
    static void claimsRunOut(Database database) {
        execute(database, "update mail_outbox set claimed_until = now() where status = 'SENDING'");
    }

    private static void execute(Database database, String sql) {
        database.jdbc().update(sql);
    }
}
