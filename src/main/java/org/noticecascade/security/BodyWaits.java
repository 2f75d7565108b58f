package org.noticecascade.security;

/** How many threads may wait for pieces of bodies: a share for who has signed in, a small one for who has not. */
final class BodyWaits {
    private final AtOnce signedIn;
    private final AtOnce anonymous;
    private final int ofOneSource;
    private final int mostSignedIn;

    /** @param threads that may wait in all; at least two */
    BodyWaits(int threads) {
        int mostAnonymous = Math.max(1, threads / 5);
        this.mostSignedIn = Math.max(1, threads - mostAnonymous);
        this.signedIn = new AtOnce(mostSignedIn);
        this.anonymous = new AtOnce(mostAnonymous);
        this.ofOneSource = Math.max(1, mostAnonymous / 2);
    }

    boolean begin(String source, boolean isSignedIn) {
        return isSignedIn ? signedIn.begins(source, mostSignedIn) : anonymous.begins(source, ofOneSource);
    }

    void end(String source, boolean wasSignedIn) {
        (wasSignedIn ? signedIn : anonymous).ends(source);
    }
}
