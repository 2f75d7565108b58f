package org.noticecascade.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as its row stands, nothing interpreted: a row somebody tampered with is still read, and hashed.
 *
 * @param at to the millisecond
 * @param target what an administrator's act was done to; {@code null} in entries about notices and units
 * @param act the name of an {@link Act}, if nobody changed it
 */
public record LedgerRow(
        long id,
        Instant at,
        String actor,
        @Nullable String onBehalf,
        @Nullable String unitCode,
        @Nullable Long noticeId,
        @Nullable Long assignmentId,
        String act,
        @Nullable String target,
        @Nullable String from,
        @Nullable String to) {}
