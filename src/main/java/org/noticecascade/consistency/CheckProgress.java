package org.noticecascade.consistency;

/** Told how far a check has come. */
@FunctionalInterface
public interface CheckProgress {

    /**
     * How far the check is.
     *
     * @param percent 0 to 100, never falling
     */
    void at(int percent);
}
