package org.noticecascade.ledger;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts committed entries into the chain, page by page, each page in a transaction of its own and under the lock on the
 * head. An entry whose id commits late gets a later position.
 */
@Component
public class Sealing {
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final int PAGES_PER_LINE = 20;

    private final Seals seals;
    private final LedgerProperties properties;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Sealing(Seals seals, LedgerProperties properties, TransactionTemplate transactions, Clock clock) {
        this.seals = seals;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Seals what waits now and returns how many entries that were. */
    public long run() {
        return run(() -> false);
    }

    /** @param stopping asked before each page */
    long run(BooleanSupplier stopping) {
        if (!seals.isAnyWaiting()) {
            return 0;
        }
        long sealed = 0;
        long last = 0;
        int pages = 0;
        while (last >= 0 && !stopping.getAsBoolean()) {
            Page page = sealPage(last);
            sealed += page.count();
            last = page.lastId();
            if (++pages % PAGES_PER_LINE == 0) {
                LOG.info("{} ledger entries sealed, {} to go", sealed, seals.countWaiting());
            }
        }
        return sealed;
    }

    /** @param lastId the highest id sealed; negative if nothing is left */
    private record Page(int count, long lastId) {}

    private Page sealPage(long afterId) {
        Page page = transactions.execute(transaction -> {
            Head head = seals.lockHead();
            List<LedgerRow> rows = seals.waiting(afterId, properties.pageSize());
            if (!rows.isEmpty()) {
                seals.add(head, chained(head, rows), clock.instant());
            }
            boolean more = rows.size() == properties.pageSize();
            return new Page(rows.size(), more ? rows.get(rows.size() - 1).id() : -1);
        });
        return page == null ? new Page(0, -1) : page;
    }

    private static List<Link> chained(Head head, List<LedgerRow> rows) {
        List<Link> links = new ArrayList<>(rows.size());
        Head previous = head;
        for (LedgerRow row : rows) {
            long position = previous.position() + 1;
            String hash = SealHash.ofSeal(position, previous.hash(), SealHash.ofEntry(row));
            links.add(new Link(position, row.id(), previous.hash(), hash, row));
            previous = new Head(position, hash);
        }
        return links;
    }
}
