package org.noticecascade.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.support.SqlArrayValue;
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
    private static final int TRIES = 3;
    /** H2 takes no array of more than 65,536; staff and leads of the country's townships are 89,122. */
    private static final int AT_ONCE = 20_000;

    private static final String PUT = """
            insert into mail_outbox (mail_key, kind, user_id, on_day, subject_id, not_before)
            values (:key, :kind, :user, :day, :subject, :notBefore)""";

    /**
     * One statement for all: asked row by row or in small batches, the question which are there is planned once for the
     * few rows of the beginning, and then reads all of many thousand each time.
     */
    private static final String PUT_DIGESTS = """
            insert into mail_outbox (mail_key, kind, user_id, on_day, not_before)
            select 'DIGEST:' || p.user_id || ':' || :dayText, 'DIGEST', p.user_id, cast(:day as date),
                   cast(:notBefore as timestamp(3) with time zone)
              from unnest(:users) p(user_id)
             where not exists (select 1 from mail_outbox o
                                where o.mail_key = 'DIGEST:' || p.user_id || ':' || :dayText)
             order by p.user_id""";

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
        SqlParameterSource row = new MapSqlParameterSource()
                .addValue("key", key)
                .addValue("kind", kind.name())
                .addValue("user", userId)
                .addValue("day", day)
                .addValue("subject", subjectId)
                .addValue("notBefore", moment(notBefore));
        try {
            savepoint.executeWithoutResult(status -> jdbc.update(PUT, row));
            return true;
        } catch (DuplicateKeyException thereAlready) {
            return false;
        }
    }

    /**
     * Puts the day's digest for each of these persons.
     *
     * @return how many had none for that day yet
     */
    public int putDigests(LocalDate day, Collection<String> userIds, Instant notBefore) {
        List<String> users = List.copyOf(new TreeSet<>(userIds));
        int put = 0;
        for (int from = 0; from < users.size(); from += AT_ONCE) {
            put += putSome(day, users.subList(from, Math.min(users.size(), from + AT_ONCE)), notBefore);
        }
        return put;
    }

    private int putSome(LocalDate day, List<String> userIds, Instant notBefore) {
        SqlParameterSource digests = new MapSqlParameterSource()
                .addValue("users", new SqlArrayValue("varchar", userIds.toArray()))
                .addValue("day", day)
                .addValue("dayText", day.toString())
                .addValue("notBefore", moment(notBefore));
        for (int remaining = TRIES; ; remaining--) {
            try {
                Integer put = savepoint.execute(status -> jdbc.update(PUT_DIGESTS, digests));
                return put == null ? 0 : put;
            } catch (DuplicateKeyException anotherTransactionJustPutOne) {
                if (remaining == 1) {
                    throw anotherTransactionJustPutOne;
                }
            }
        }
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
            Map<String, Object> digest = Map.of("key", digestKey(user, day), "notBefore", moment(notBefore));
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

    private static OffsetDateTime moment(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }
}
