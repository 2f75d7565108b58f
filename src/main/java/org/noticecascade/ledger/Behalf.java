package org.noticecascade.ledger;

import java.util.Optional;

/** Says for whom the current user acts, where it is known. */
public interface Behalf {

    /** For example {@code 代 张三}; empty if the user acts for themselves. */
    Optional<String> name();
}
