package org.noticecascade.security;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Slows wrong codes down as {@link SignInThrottle} does wrong passwords, in counts of their own: a right password, which
 * whoever guesses codes has, clears none of them. A code is short, so the pauses grow longer.
 */
@Component
class CodeGuesses {
    private static final int FREE = 5;
    private static final int FREE_PER_ACCOUNT = 10;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGET_AFTER = Duration.ofHours(24);
    private static final int TURNS = 64;

    private final SignInThrottle throttle;
    private final Object[] turns = Stream.generate(Object::new).limit(TURNS).toArray();

    CodeGuesses(AccountProperties settings, Clock clock) {
        this.throttle = new SignInThrottle(
                new AccountProperties(
                        settings.hashCost(),
                        settings.verifiedFor(),
                        FREE,
                        FREE_PER_ACCOUNT,
                        settings.freeGuessesPerAddress(),
                        settings.firstPause(),
                        LONGEST,
                        FORGET_AFTER),
                clock);
    }

    /** Looks at a code unless the caller has to wait. One at a time per account: no free guesses at the same moment. */
    <T> T check(String user, String address, Supplier<T> check) {
        synchronized (turns[Math.floorMod(user.hashCode(), turns.length)]) {
            Duration pause = throttle.pause(user, address);
            if (!pause.isZero()) {
                throw CodeRefused.tooMany(pause);
            }
            try {
                T taken = check.get();
                throttle.right(user, address);
                return taken;
            } catch (CodeRefused wrong) {
                throttle.wrong(user, address);
                throw wrong;
            }
        }
    }

    void forgive(String user) {
        throttle.forgive(user);
    }
}
