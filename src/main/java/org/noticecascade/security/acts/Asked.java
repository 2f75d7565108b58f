package org.noticecascade.security.acts;

import org.jspecify.annotations.Nullable;
import org.noticecascade.ledger.Act;

/**
 * An act that somebody wants to do.
 *
 * @param target what it is done to, in short
 * @param what all of it; the same text is the same act
 * @param present how the rows it changes stand now; {@code null} where it changes none yet
 */
record Asked(
        String actor,
        Act act,
        String target,
        String what,
        @Nullable String present) {
    String digest() {
        return WholeCommand.digest(act.name() + '\n' + what);
    }
}
