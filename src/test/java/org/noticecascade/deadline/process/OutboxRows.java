package org.noticecascade.deadline.process;

import java.time.LocalDate;
import java.util.List;
import org.noticecascade.mail.MailKind;
import org.noticecascade.mail.OutboxMail;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails as their contents are asked for. */
final class OutboxRows {
    private OutboxRows() {}

    /** All of that kind, the oldest first, as if they belonged to that day. */
    static List<OutboxMail> of(JdbcClient jdbc, MailKind kind, LocalDate day) {
        return jdbc.sql("select * from mail_outbox where kind = ? order by id")
                .param(kind.name())
                .query((row, number) -> new OutboxMail(
                        row.getLong("id"),
                        kind,
                        row.getString("mail_key"),
                        row.getString("user_id"),
                        day,
                        row.getLong("subject_id"),
                        0))
                .list();
    }
}
