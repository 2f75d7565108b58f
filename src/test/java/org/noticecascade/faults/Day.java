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

    /** Makes all that was written a day older; no node may be running. Days move aside first, as they are keys. */
    static void passes(Database database) {
        for (String days : new String[] {"+ 1000", "- 1001"}) {
            execute(database, "update patrol set on_day = on_day %1$s, since_day = since_day %1$s".formatted(days));
            execute(database, "update reminder set on_day = on_day " + days);
            execute(database, """
                    update mail_outbox set on_day = on_day %1$s,
                           mail_key = case kind when 'DIGEST' then 'DIGEST:' || user_id || ':' || (on_day %1$s)
                                      else mail_key end""".formatted(days));
        }
        execute(database, "update assignment set due_date = due_date - 1, original_due = original_due - 1");
        execute(database, """
                update mail_outbox set not_before = not_before - interval '1 day',
                       claimed_until = claimed_until - interval '1 day', sent_at = sent_at - interval '1 day',
                       message_id = case status when 'SENT' then message_id end""");
        execute(database, "update mail_circuit set open_until = open_until - interval '1 day'");
    }

    /** Claims of nodes that were killed have run out; no node may be running. */
    static void claimsRunOut(Database database) {
        execute(database, "update mail_outbox set claimed_until = now() where status = 'SENDING'");
    }

    private static void execute(Database database, String sql) {
        database.jdbc().update(sql);
    }
}
