package org.noticecascade.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes rows out of the outbox for one node, and puts back those that were left. Moments have milliseconds. */
@Repository
class Claims {
    private final JdbcClient jdbc;
    private final MessageIds ids;

    Claims(JdbcClient jdbc, MailProperties properties) {
        this.jdbc = jdbc;
        this.ids = new MessageIds(properties.from());
    }

    /** Rows whose node was killed or cut off go back; they keep their Message-ID. Returns how many. */
    int recover(Instant now) {
        return jdbc.sql("""
                        update mail_outbox
                           set status = 'WAITING', claimed_until = null, attempts = attempts + 1,
                               last_error = 'The node that sent this mail did not come back.'
                         where status = 'SENDING' and claimed_until <= :now""").param("now", at(now)).update();
    }

    /** The newest digest that may leave wins: after days without mail a person gets one. Returns how many were dropped. */
    int dropSuperseded(Instant now) {
        return jdbc.sql("""
                        update mail_outbox
                           set status = 'DROPPED', last_error = 'A newer digest replaces this one.'
                         where status = 'WAITING' and kind = 'DIGEST'
                           and exists (select 1 from mail_outbox newer
                                        where newer.user_id = mail_outbox.user_id and newer.kind = 'DIGEST'
                                          and newer.on_day > mail_outbox.on_day and newer.not_before <= :now)""").param("now", at(now)).update();
    }

    /** Mails of all nodes that were accepted after {@code since} or may be just now. */
    int recent(Instant since, Instant now) {
        return jdbc.sql("""
                        select (select count(*) from mail_outbox where sent_at > :since)
                             + (select count(*) from mail_outbox where status = 'SENDING' and claimed_until > :now)""")
                .param("since", at(since))
                .param("now", at(now))
                .query(Integer.class)
                .single();
    }

    /** Claims what is due, oldest first; in the caller's transaction. */
    List<Claimed> claim(int most, Instant now, Instant until) {
        List<Claimed> due = jdbc.sql("""
                        select * from mail_outbox where status = 'WAITING' and not_before <= :now
                         order by not_before, id limit :most for update skip locked""")
                .param("now", at(now))
                .param("most", most)
                .query((row, number) -> claimed(row, until))
                .list();
        due.forEach(claimed -> jdbc.sql("""
                        update mail_outbox set status = 'SENDING', claimed_until = :until, claimed_at = :now, message_id = :message
                         where id = :id""")
                .param("until", at(until))
                .param("now", at(now))
                .param("message", claimed.messageId())
                .param("id", claimed.mail().id())
                .update());
        return due;
    }

    /** Prolongs a claim right before its mail is sent; false if it ran out and may be somebody else's. */
    boolean renew(Claimed claimed, Instant until) {
        return jdbc.sql("""
                        update mail_outbox set claimed_until = :later
                         where id = :id and status = 'SENDING' and claimed_until = :until""")
                        .param("later", at(until))
                        .param("id", claimed.mail().id())
                        .param("until", at(claimed.until()))
                        .update()
                == 1;
    }

    /** Puts a row back as if it had not been claimed. */
    void release(Claimed claimed) {
        jdbc.sql("""
                        update mail_outbox set status = 'WAITING', claimed_until = null
                         where id = :id and status = 'SENDING' and claimed_until = :until""")
                .param("id", claimed.mail().id())
                .param("until", at(claimed.until()))
                .update();
    }

    private Claimed claimed(ResultSet row, Instant until) throws SQLException {
        OutboxMail mail = new OutboxMail(
                row.getLong("id"),
                MailKind.valueOf(row.getString("kind")),
                row.getString("mail_key"),
                row.getString("user_id"),
                row.getObject("on_day", LocalDate.class),
                row.getObject("subject_id", Long.class),
                row.getInt("attempts"));
        String known = row.getString("message_id");
        return new Claimed(mail, until, known == null ? ids.of(mail) : known);
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
