package org.noticecascade.ledger;

import java.util.List;

/**
 * What a check of the ledger found.
 *
 * @param head how far the chain reaches; to be written down outside the database
 * @param checked places of the chain looked at
 * @param waiting entries not sealed yet, which the chain says nothing about
 * @param differences how many there are
 * @param findings the first of them, at most {@value #MOST}
 */
public record CheckResult(Head head, long checked, long waiting, long differences, List<Finding> findings) {
    /** The most that are named. */
    public static final int MOST = 1000;

    public boolean intact() {
        return differences == 0;
    }
}
