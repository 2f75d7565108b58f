package org.noticecascade.benchmarks.people;

/** The board as headquarters' supervisor has it open all day: the country's counts and the provinces. */
final class HeadquartersBoard implements Clerk.Board {
    private final String base;
    private Browser browser;
    private Measured signedInFor;

    HeadquartersBoard(String base) {
        this.base = base;
    }

    @Override
    public void look(long notice, Measured measured) {
        Browser open = open(measured);
        open.ours("board: counts", "/board/notices/%d/top".formatted(notice));
        open.ours("board: provinces", "/board/notices/%d/units?size=100".formatted(notice));
    }

    /** One session per measurement. */
    private synchronized Browser open(Measured measured) {
        if (signedInFor != measured) {
            browser = Browser.signIn(base, Accounts.user("000000", "SUPERVISOR"), measured);
            signedInFor = measured;
        }
        return browser;
    }
}
