package org.noticecascade.security.acts;

/** An act that a second administrator has not confirmed yet, on its way out of the transaction it must not be done in. */
final class NotConfirmed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Asked asked;

    NotConfirmed(Asked asked) {
        super("A second administrator has to confirm " + asked.act(), null, false, false);
        this.asked = asked;
    }

    Asked asked() {
        return asked;
    }
}
