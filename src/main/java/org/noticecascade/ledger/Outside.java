package org.noticecascade.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.noticecascade.ledger.Finding.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries outside the chain: those that wait for their place, and those that should not be there. */
@Repository
class Outside {
    /** A transaction that commits later than this after its act is not one of this service. */
    static final Duration LATE = Duration.ofMinutes(10);

    private static final int PAGE = 1000;

    private final JdbcClient jdbc;

    Outside(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Unsealed(long id, Instant at, boolean queued) {}

    /** The entry sealed last. */
    private record Newest(long ledgerId, Instant sealedAt) {}

    /** Looks at every entry without a seal and returns how many simply wait. */
    long look(Findings findings) {
        Newest newest = newest();
        long waiting = 0;
        long after = Long.MIN_VALUE;
        List<Unsealed> page;
        do {
            page = unsealedAfter(after);
            for (Unsealed entry : page) {
                waiting += judge(entry, newest, findings) ? 1 : 0;
                after = entry.id();
            }
        } while (page.size() == PAGE);
        goneWhileWaiting().forEach(id -> findings.add(Kind.MISSING, null, id, "等待封存，但台账中已没有这条记录"));
        return waiting;
    }

    private static boolean judge(Unsealed entry, Newest newest, Findings findings) {
        if (!entry.queued()) {
            findings.add(Kind.FOREIGN, null, entry.id(), "既未封存，也不在待封存之列，时间记为 " + entry.at());
            return false;
        }
        if (entry.id() < newest.ledgerId() && entry.at().plus(LATE).isBefore(newest.sealedAt())) {
            findings.add(
                    Kind.LEFT_OUT, null, entry.id(), "时间记为 %s，而后来的记录在 %s 已封存".formatted(entry.at(), newest.sealedAt()));
            return false;
        }
        return true;
    }

    private Newest newest() {
        return jdbc.sql("select ledger_id, sealed_at from ledger_seal order by position desc limit 1")
                .query((row, number) -> new Newest(
                        row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(new Newest(Long.MIN_VALUE, Instant.MIN));
    }

    private List<Unsealed> unsealedAfter(long id) {
        return jdbc.sql("""
                        select l.id, l.at, u.ledger_id
                          from ledger l
                          left join ledger_seal s on s.ledger_id = l.id
                          left join ledger_unsealed u on u.ledger_id = l.id
                         where s.ledger_id is null and l.id > :after
                         order by l.id limit :limit""")
                .param("after", id)
                .param("limit", PAGE)
                .query((row, number) -> new Unsealed(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getObject(3, Long.class) != null))
                .list();
    }

    private List<Long> goneWhileWaiting() {
        return jdbc.sql("""
                        select u.ledger_id from ledger_unsealed u
                         where not exists (select 1 from ledger l where l.id = u.ledger_id)
                           and not exists (select 1 from ledger_seal s where s.ledger_id = u.ledger_id)
                         order by u.ledger_id limit :limit""").param("limit", CheckResult.MOST).query(Long.class).list();
    }
}
