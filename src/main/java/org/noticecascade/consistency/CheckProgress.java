package org.noticecascade.consistency;

/** Told how far a check has come. */
@FunctionalInterface
public interface CheckProgress {

    /** @param percent 0 to 100, never falling */
    void at(int percent);
}
