package org.noticecascade.mail;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Deletes mails that were sent or dropped long ago, at night and in small portions, each a transaction of its own.
 * Two nodes that do so at once do no harm.
 */
@Repository
class OldMails {
    private static final Logger LOG = LoggerFactory.getLogger(OldMails.class);
    private static final int PORTION = 500;

    private final JdbcClient jdbc;
    private final QuietHours quietHours;
    private final MailProperties properties;
    private final Clock clock;
    private @Nullable LocalDate doneOn;

    OldMails(JdbcClient jdbc, QuietHours quietHours, MailProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.quietHours = quietHours;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Deletes what is old, outside of mail hours, if this node has not done so on this day.
     *
     * @param stopping asked before each portion; the rest goes another time
     * @return how many were deleted
     */
    int deleteOnceADay(BooleanSupplier stopping) {
        LocalDate today = LocalDate.now(clock);
        if (today.equals(doneOn) || quietHours.mayMail(clock.instant())) {
            return 0;
        }
        int deleted = 0;
        int portion = PORTION;
        while (portion == PORTION && !stopping.getAsBoolean()) {
            portion = delete(today.minusDays(properties.keepDays()));
            deleted += portion;
        }
        if (portion < PORTION) {
            doneOn = today;
        }
        if (deleted > 0) {
            LOG.info("{} mails older than {} days deleted", deleted, properties.keepDays());
        }
        return deleted;
    }

    private int delete(LocalDate before) {
        return jdbc.sql("""
                        delete from mail_outbox
                         where id in (select id from mail_outbox
                                       where status in ('SENT', 'DROPPED') and on_day < :before
                                       order by id limit :portion)""").param("before", before).param("portion", PORTION).update();
    }
}
