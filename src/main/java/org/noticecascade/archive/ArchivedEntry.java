package org.noticecascade.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.noticecascade.ledger.LedgerRow;
import org.noticecascade.ledger.Link;

/**
 * One line of {@code ledger/entries.jsonl}.
 *
 * @param at in UTC, to the millisecond
 */
record ArchivedEntry(
        long position,
        String previousHash,
        String hash,
        long id,
        String at,
        String actor,
        @Nullable String onBehalf,
        @Nullable String unitCode,
        @Nullable Long noticeId,
        @Nullable Long assignmentId,
        String act,
        @Nullable String from,
        @Nullable String to) {

    static ArchivedEntry of(Link link, LedgerRow row) {
        return new ArchivedEntry(
                link.position(),
                link.previousHash(),
                link.hash(),
                row.id(),
                row.at().toString(),
                row.actor(),
                row.onBehalf(),
                row.unitCode(),
                row.noticeId(),
                row.assignmentId(),
                row.act(),
                row.from(),
                row.to());
    }

    /** An entry about a notice has no target. */
    LedgerRow row() {
        return new LedgerRow(
                id, Instant.parse(at), actor, onBehalf, unitCode, noticeId, assignmentId, act, null, from, to);
    }
}
