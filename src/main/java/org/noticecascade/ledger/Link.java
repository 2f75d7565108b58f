package org.noticecascade.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One place in the chain.
 *
 * @param position from 1
 * @param row the entry sealed there; {@code null} if it is gone
 */
public record Link(
        long position,
        long ledgerId,
        String previousHash,
        String hash,
        @Nullable LedgerRow row) {}
