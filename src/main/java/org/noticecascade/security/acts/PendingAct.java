package org.noticecascade.security.acts;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.noticecascade.ledger.Act;

/**
 * An act that waits for a second administrator, or for being done after that.
 *
 * @param actor who wants to do it
 * @param target what it is done to, in short
 * @param what all that it does
 * @param present how the rows it changes stood when it was asked
 * @param confirmedBy {@code null} as long as nobody has
 */
public record PendingAct(
        long id,
        String actor,
        Act act,
        String label,
        String target,
        String what,
        @Nullable String present,
        OffsetDateTime askedAt,
        OffsetDateTime expiresAt,
        @Nullable String confirmedBy,
        @Nullable OffsetDateTime confirmedAt) {}
