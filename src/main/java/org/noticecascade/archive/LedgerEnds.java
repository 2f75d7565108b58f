package org.noticecascade.archive;

import org.noticecascade.ledger.Chain;
import org.noticecascade.ledger.Head;
import org.noticecascade.ledger.Sealing;
import org.springframework.stereotype.Component;

/** Seals what waits, so that an archive has every entry up to now, and tells how far the ledger then reaches. */
@Component
class LedgerEnds {
    private final Sealing sealing;
    private final Chain chain;

    LedgerEnds(Sealing sealing, Chain chain) {
        this.sealing = sealing;
        this.chain = chain;
    }

    Head sealed() {
        sealing.run();
        return chain.head()
                .orElseThrow(() -> new IllegalStateException(
                        "The row of ledger_head is gone; check the ledger with --verify-ledger"));
    }
}
