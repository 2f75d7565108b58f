package org.noticecascade.consistency;

import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Repairs what stands in our own tables only, from what it is derived from. */
@Repository
class RowMender implements Mender {
    private final JdbcClient jdbc;

    RowMender(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(
                Kind.PARTICIPANTS,
                Kind.MILESTONE,
                Kind.LIGHT_WITHOUT_DUE,
                Kind.REMINDER_DOUBLED,
                Kind.MAIL_DOUBLED,
                Kind.MAIL_HELD,
                Kind.MAIL_WITHOUT_SUBJECT);
    }

    @Override
    public void mend(Difference difference) {
        switch (difference.kind()) {
            case PARTICIPANTS -> onRow(difference, "participants = " + RecordRules.PARTICIPANTS);
            case MILESTONE -> milestone(difference);
            case LIGHT_WITHOUT_DUE -> onRow(difference, "light = 'GREEN'");
            case REMINDER_DOUBLED -> deleteEqualReminders(Long.parseLong(difference.subject()));
            case MAIL_DOUBLED -> dropEqualMails(difference.subject());
            case MAIL_HELD ->
                onMail(difference, "status = 'WAITING', claimed_until = null, attempts = attempts + 1", "SENDING");
            case MAIL_WITHOUT_SUBJECT ->
                onMail(difference, "status = 'DROPPED', last_error = 'What it speaks of does not exist.'", "WAITING");
            default -> throw new IllegalStateException("Not repaired here: " + difference.kind());
        }
    }

    private void milestone(Difference difference) {
        String column = difference.subject().substring(0, difference.subject().indexOf(' '));
        onRow(difference, column + " = " + RecordRules.MILESTONES.get(column));
    }

    private void onRow(Difference difference, String change) {
        jdbc.sql("update assignment a set " + change + " where a.id = :id")
                .param("id", Objects.requireNonNull(difference.assignmentId()))
                .update();
    }

    private void onMail(Difference difference, String change, String status) {
        jdbc.sql("update mail_outbox set " + change + " where id = :id and status = :status")
                .param("id", Long.parseLong(difference.subject()))
                .param("status", status)
                .update();
    }

    private void deleteEqualReminders(long first) {
        jdbc.sql("""
                        delete from reminder where id in (
                          select r.id from reminder r join reminder f on f.assignment_id = r.assignment_id
                             and f.stage = r.stage and f.round = r.round and f.on_day = r.on_day and f.kind = r.kind
                             and f.target_unit = r.target_unit and f.target_role = r.target_role
                           where f.id = :first and r.id > f.id)""").param("first", first).update();
    }

    /** Keeps the oldest; only what has not left can be kept back. The key has to become free for the others' rows. */
    private void dropEqualMails(String key) {
        jdbc.sql("""
                        update mail_outbox set mail_key = 'DOUBLED:' || id,
                               status = case status when 'WAITING' then 'DROPPED' else status end
                         where mail_key = :key and id > (select min(f.id) from mail_outbox f where f.mail_key = :key)""").param("key", key).update();
    }
}
