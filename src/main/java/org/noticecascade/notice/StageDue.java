package org.noticecascade.notice;

import java.time.LocalDate;

/**
 * The day a stage is due for one unit.
 *
 * @param original without the time that was granted
 * @param cut whether a date above it left less than was granted
 */
record StageDue(LocalDate due, LocalDate original, boolean cut) {

    static StageDue of(LocalDate due) {
        return new StageDue(due, due, false);
    }

    /** The same, but not before that day. */
    StageDue notBefore(LocalDate earliest) {
        return new StageDue(later(due, earliest), later(original, earliest), cut);
    }

    boolean isMoved() {
        return due.isAfter(original);
    }

    /** What the ledger says of it. */
    String inWords() {
        return isMoved() ? "%s 随延期顺延%s".formatted(due, cut ? "，以报告时限为限" : "") : due.toString();
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}
