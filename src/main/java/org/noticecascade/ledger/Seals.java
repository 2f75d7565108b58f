package org.noticecascade.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the chain: inserts only, but for the queue and the head. */
@Repository
class Seals {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Seals(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A quick look; an entry whose row is gone does not wait any more. */
    boolean isAnyWaiting() {
        return !waiting(0, 1).isEmpty();
    }

    long countWaiting() {
        return jdbc.sql("select count(*) from ledger_unsealed")
                .query(Long.class)
                .single();
    }

    /** Keeps every other node from sealing until the transaction ends. */
    Head lockHead() {
        return jdbc.sql("select position, hash from ledger_head where id = 1 for update")
                .query((row, number) -> new Head(row.getLong(1), row.getString(2)))
                .optional()
                .orElseThrow(() -> new IllegalStateException(
                        "The row of ledger_head is gone; nothing is sealed any more. Run --verify-ledger and restore it"
                                + " from a backup or from the last line 'ledger-head' of the security log."));
    }

    /** Waiting entries with an id above that one, in the order of their ids. */
    List<LedgerRow> waiting(long afterId, int limit) {
        return jdbc.sql("""
                        select l.* from ledger_unsealed u join ledger l on l.id = u.ledger_id
                         where u.ledger_id > :after
                           and not exists (select 1 from ledger_seal s where s.ledger_id = u.ledger_id)
                         order by u.ledger_id limit :limit""")
                .param("after", afterId)
                .param("limit", limit)
                .query((row, number) -> Chain.row(row))
                .list();
    }

    /** Adds links behind {@code from}, takes their entries out of the queue and moves the head to the last. */
    void add(Head from, List<Link> links, Instant at) {
        OffsetDateTime sealedAt = at.atOffset(ZoneOffset.UTC);
        batches.batchUpdate(
                "insert into ledger_seal (position, ledger_id, previous_hash, hash, sealed_at) values (?, ?, ?, ?, ?)",
                links.stream()
                        .map(link -> new Object[] {
                            link.position(), link.ledgerId(), link.previousHash(), link.hash(), sealedAt
                        })
                        .toList());
        Link last = links.get(links.size() - 1);
        jdbc.sql("""
                        delete from ledger_unsealed where ledger_id in
                               (select ledger_id from ledger_seal where position > :from and position <= :to)""")
                .param("from", from.position())
                .param("to", last.position())
                .update();
        jdbc.sql("update ledger_head set position = :position, hash = :hash where id = 1")
                .param("position", last.position())
                .param("hash", last.hash())
                .update();
    }
}
