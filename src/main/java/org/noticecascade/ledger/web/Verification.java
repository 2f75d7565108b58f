package org.noticecascade.ledger.web;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.noticecascade.ledger.CheckResult;

/**
 * How a check of the ledger stands.
 *
 * @param checked places of the chain looked at
 * @param all as many as there are
 * @param finishedAt {@code null} while it runs
 * @param intact {@code null} while it runs or if it broke down
 * @param result {@code null} while it runs or if it broke down
 */
record Verification(
        State state,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime finishedAt,
        long checked,
        long all,
        @Nullable Boolean intact,
        @Nullable CheckResult result) {

    /** How far it is. */
    enum State {
        RUNNING,
        DONE,
        /** For a reason that is not in the ledger; the log tells why. */
        BROKEN_OFF
    }
}
