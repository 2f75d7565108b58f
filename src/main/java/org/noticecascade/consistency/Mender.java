package org.noticecascade.consistency;

import java.util.Set;

/** Repairs some kinds of differences, in the caller's transaction and after the difference has been read anew. */
public interface Mender {

    Set<Kind> kinds();

    /**
     * Repairs one difference.
     *
     * @throws org.noticecascade.Refusal if it cannot be done safely; says what a person has to do
     */
    void mend(Difference difference);
}
