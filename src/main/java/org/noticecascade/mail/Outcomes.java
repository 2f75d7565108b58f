package org.noticecascade.mail;

import static org.noticecascade.mail.Claims.at;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.noticecascade.PlainText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Records what became of claimed mails. A claim that ran out records nothing: the row may be another node's. */
@Repository
class Outcomes {
    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);
    private static final int LONGEST_ERROR = 1000;
    private static final String MINE = " where id = :id and status = 'SENDING' and claimed_until = :until";

    private final JdbcClient jdbc;
    private final MailProperties properties;
    private final Clock clock;

    Outcomes(JdbcClient jdbc, MailProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    void sent(Claimed claimed) {
        record(
                claimed,
                jdbc.sql(
                                "update mail_outbox set status = 'SENT', claimed_until = null, last_error = null, sent_at = :now"
                                        + MINE)
                        .param("now", at(now())));
    }

    void dropped(Claimed claimed, String why) {
        record(
                claimed,
                jdbc.sql("update mail_outbox set status = 'DROPPED', claimed_until = null, last_error = :why" + MINE)
                        .param("why", clipped(why)));
    }

    void failed(Claimed claimed, String error) {
        record(claimed, jdbc.sql("""
                        update mail_outbox set status = 'FAILED', claimed_until = null, attempts = attempts + 1,
                               last_error = :error""" + MINE).param("error", clipped(error)));
    }

    /** The mail waits; the more failed attempts, the longer. */
    void postponed(Claimed claimed, String error) {
        Instant later = now().plus(properties.pauseAfter(claimed.mail().attempts() + 1));
        record(claimed, jdbc.sql("""
                        update mail_outbox set status = 'WAITING', claimed_until = null, attempts = attempts + 1,
                               last_error = :error, not_before = :later""" + MINE).param("error", clipped(error)).param("later", at(later)));
    }

    /** A refusal for good is tried again too, because servers err, but not for ever. */
    void refusedForGood(Claimed claimed, String error) {
        if (claimed.mail().attempts() + 1 >= properties.maxAttempts()) {
            LOG.warn("Mail {} has failed: {}", claimed.mail().key(), clipped(error));
            failed(claimed, error);
        } else {
            postponed(claimed, error);
        }
    }

    private void record(Claimed claimed, JdbcClient.StatementSpec update) {
        int rows = update.param("id", claimed.mail().id())
                .param("until", at(claimed.until()))
                .update();
        if (rows == 0) {
            LOG.warn(
                    "The claim on mail {} ran out before its outcome was recorded; it may be sent again",
                    claimed.mail().key());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String clipped(String text) {
        return PlainText.clipped(text.replaceAll("\\p{Cntrl}+", " "), LONGEST_ERROR);
    }
}
