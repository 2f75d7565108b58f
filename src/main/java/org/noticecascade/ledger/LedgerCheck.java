package org.noticecascade.ledger;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Compares the whole ledger with its chain, a page in memory at a time; changes nothing. What is written meanwhile does
 * not count.
 */
@Component
public class LedgerCheck {
    private static final int PAGE = 2000;

    private final Chain chain;
    private final Outside outside;

    LedgerCheck(Chain chain, Outside outside) {
        this.chain = chain;
        this.outside = outside;
    }

    /** Hears how far a check is. */
    public interface Progress {
        /**
         * How far the check is.
         *
         * @param checked places looked at
         * @param all as many as there are
         * @return false to stop
         */
        boolean at(long checked, long all);
    }

    /** A check was stopped before its end. */
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("The check of the ledger was stopped; nothing is known yet. Start it again.");
        }
    }

    /**
     * Checks everything sealed up to now.
     *
     * @param known heads written down earlier, outside the database
     * @throws Stopped if {@code progress} says so
     */
    public CheckResult run(List<Head> known, Progress progress) {
        Findings findings = new Findings();
        ChainWalk walk = new ChainWalk(known, findings);
        Chain.Ends ends = chain.ends();
        long position = Long.MIN_VALUE;
        do {
            List<Link> page = chain.after(position, PAGE);
            page.stream().filter(link -> link.position() <= ends.last()).forEach(walk::take);
            position = page.size() < PAGE ? ends.last() : page.get(PAGE - 1).position();
            if (!progress.at(walk.checked(), Math.max(ends.last(), walk.checked()))) {
                throw new Stopped();
            }
        } while (position < ends.last());
        walk.finish(ends.head());
        long waiting = outside.look(findings);
        return new CheckResult(walk.end(), walk.checked(), waiting, findings.count(), findings.kept());
    }
}
