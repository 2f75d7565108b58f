package org.noticecascade.document;

import java.util.Set;

/**
 * One group of the 主送机关, as written, and what it probably means.
 *
 * @param text the exact words, brackets included
 * @param meanings a proposal to be confirmed; {@code UNKNOWN} alone where nothing was recognised
 * @param line 1-based physical line
 */
public record AddresseeGroup(String text, Set<Meaning> meanings, int line) {

    public AddresseeGroup {
        meanings = Set.copyOf(meanings);
    }

    /** Which units a group of addressees stands for. */
    public enum Meaning {
        /** 各省、自治区、直辖市: every unit at province level. */
        ALL_PROVINCES,
        /** 总局各司局: the departments of headquarters. */
        DEPARTMENTS,
        /** 各直属单位: institutions directly under headquarters. */
        AFFILIATED,
        /** The person has to say. */
        UNKNOWN
    }
}
