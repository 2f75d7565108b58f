package org.noticecascade.directory;

import org.noticecascade.Refusal;

/** Who may import units and persons. */
public interface ImportDuty {
    /**
     * Goes on only for whoever may change the directory.
     *
     * @throws Refusal if that is not whoever is signed in, or nobody is
     */
    void require();

    /**
     * Goes on only if this file may be written now.
     *
     * @throws Refusal if another administrator has to confirm it first
     */
    void requireConfirmed(String fileName, byte[] bytes);
}
