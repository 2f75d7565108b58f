package org.noticecascade.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is to be mailed, written in the caller's transaction: no act, no mail.
 *
 * <p>A key is put once and for all. Whoever puts it again, on this node or another, adds nothing.
 */
@Repository
public class Outbox {
    private static final int BATCH = 500;
    private static final int TRIES = 3;
    private static final String PUT = """
            insert into mail_outbox (mail_key, kind, user_id, on_day, subject_id, not_before)
            values (:key, :kind, :user, :day, :subject, :notBefore)""";

    /** Where a row stands. */
    public enum Status {
        WAITING,
        SENDING,
        SENT,
        /** Nothing was left to say, or a newer digest says it. */
        DROPPED,
        /** Given up; see its last error. */
        FAILED
    }

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate savepoint;

    Outbox(NamedParameterJdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Puts one mail.
     *
     * @param key at most 200 characters
     * @param subjectId handed to the {@link MailContent} of that kind
     * @param notBefore earliest moment; the quiet hours apply in any case
     * @return false if the key is there already, whatever became of it
     */
    public boolean put(
            MailKind kind, String key, String userId, LocalDate day, @Nullable Long subjectId, Instant notBefore) {
        return putOnce(List.of(row(kind, key, userId, day, subjectId, notBefore))) == 1;
    }

    /**
     * Puts the day's digest for each of these persons.
     *
     * @return how many had none for that day yet
     */
    public int putDigests(LocalDate day, Collection<String> userIds, Instant notBefore) {
        List<SqlParameterSource> rows = new ArrayList<>();
        for (String user : new TreeSet<>(userIds)) { // in one order, so that two nodes never wait for each other
            rows.add(row(MailKind.DIGEST, digestKey(user, day), user, day, null, notBefore));
        }
        int put = 0;
        for (int from = 0; from < rows.size(); from += BATCH) {
            put += putOnce(rows.subList(from, Math.min(from + BATCH, rows.size())));
        }
        return put;
    }

    /**
     * Makes sure that each of these persons gets a digest that is still to be written: that day's, or, where it has
     * left or failed, the one of a later day. A digest that had nothing to say gets another try.
     *
     * <p>Locks the rows it finds waiting, so that none of them is taken to be sent before the caller's transaction
     * ends.
     *
     * @return those who get the later day's
     */
    public List<String> putDigestsToCome(
            LocalDate day, Collection<String> userIds, Instant notBefore, LocalDate later, Instant notBeforeLater) {
        putDigests(day, userIds, notBefore);
        List<String> waiting = new ArrayList<>();
        for (String user : new TreeSet<>(userIds)) {
            Map<String, Object> digest = Map.of(
                    "key",
                    digestKey(user, day),
                    "notBefore",
                    notBefore.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
            jdbc.update("""
                    update mail_outbox set status = 'WAITING', not_before = :notBefore, last_error = null
                     where mail_key = :key and status = 'DROPPED'""", digest);
            waiting.addAll(jdbc.queryForList(
                    "select user_id from mail_outbox where mail_key = :key and status = 'WAITING' for update",
                    digest,
                    String.class));
        }
        List<String> late = userIds.stream()
                .filter(user -> !waiting.contains(user))
                .sorted()
                .toList();
        putDigests(later, late, notBeforeLater);
        return late;
    }

    /** When the last digest that reached this person was taken to be written; long ago if there was none. */
    public Instant lastDigestOf(String userId) {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select max(claimed_at) from mail_outbox where user_id = :user and kind = 'DIGEST' and status = 'SENT'",
                        Map.of("user", userId),
                        OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
    }

    private static String digestKey(String userId, LocalDate day) {
        return "DIGEST:%s:%s".formatted(userId, day);
    }

    /** How many rows stand where; every status is there. */
    public Map<Status, Long> counts() {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            counts.put(status, 0L);
        }
        jdbc.query("select status, count(*) as n from mail_outbox group by status", row -> {
            counts.put(Status.valueOf(row.getString("status")), row.getLong("n"));
        });
        return counts;
    }

    /** Gives every failed mail another try, for example after addresses were corrected; returns how many. */
    public int retryFailed(Instant now) {
        return jdbc.update(
                "update mail_outbox set status = 'WAITING', attempts = 0, not_before = :now where status = 'FAILED'",
                Map.of("now", now.atOffset(ZoneOffset.UTC)));
    }

    /** A key that another transaction is just putting makes the batch wait for it and then fail; once more, it is seen. */
    private int putOnce(List<SqlParameterSource> rows) {
        for (int remaining = TRIES; ; remaining--) {
            try {
                int[] put = savepoint.execute(status -> jdbc.batchUpdate(PUT, notThereYet(rows)));
                return put == null ? 0 : Arrays.stream(put).sum();
            } catch (DuplicateKeyException justPut) {
                if (remaining == 1) {
                    throw justPut;
                }
            }
        }
    }

    /**
     * Asked for the whole batch at once: a question per row, inside the insert, was planned for the table as it was
     * before and read all of it each time.
     */
    private SqlParameterSource[] notThereYet(List<SqlParameterSource> rows) {
        Set<String> there = Set.copyOf(jdbc.queryForList(
                "select mail_key from mail_outbox where mail_key in (:keys)",
                Map.of("keys", rows.stream().map(Outbox::keyOf).toList()),
                String.class));
        return rows.stream().filter(row -> !there.contains(keyOf(row))).toArray(SqlParameterSource[]::new);
    }

    private static String keyOf(SqlParameterSource row) {
        return String.valueOf(row.getValue("key"));
    }

    private static SqlParameterSource row(
            MailKind kind, String key, String userId, LocalDate day, @Nullable Long subjectId, Instant notBefore) {
        return new MapSqlParameterSource()
                .addValue("key", key)
                .addValue("kind", kind.name())
                .addValue("user", userId)
                .addValue("day", day)
                .addValue("subject", subjectId)
                .addValue("notBefore", notBefore.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
    }
}
