package org.noticecascade.platform;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stands before every check of a password, whichever way it came and wherever the accounts are kept. */
public interface PasswordGate {

    /**
     * Lets the check take place unless too many wrong passwords came before, and writes what came of it into the
     * security log.
     *
     * @param account as the caller spelled it, whether or not there is such an account
     * @param check compares the password; only called where the caller need not wait
     * @return whether the caller is let in
     */
    boolean admits(@Nullable String account, Supplier<Outcome> check);

    /** Ends the waiting of an account, for an administrator who was asked for help. */
    void forgive(String account);

    /** What a check of a password found, with the word for the security log. */
    enum Outcome {
        RIGHT("right"),
        WRONG("wrong-password"),
        UNKNOWN("unknown-account"),
        LOCKED("locked"),
        INACTIVE("inactive");

        private final String reason;

        Outcome(String reason) {
            this.reason = reason;
        }

        public String reason() {
            return reason;
        }
    }
}
