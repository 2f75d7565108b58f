package org.noticecascade.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A password that was right lately is known again, and only that one. */
class VerifiedPasswordsTest {
    private final SettableClock clock = new SettableClock();
    private final VerifiedPasswords verified = new VerifiedPasswords(SignInThrottleTest.SETTINGS, clock);

    @Test
    void knowsTheSamePasswordOfTheSameAccountAgainstTheSameHash() {
        verified.remember("u1", "right", "{bcrypt-sha256}abc");

        assertThat(verified.knows("u1", "right", "{bcrypt-sha256}abc")).isTrue();
        assertThat(verified.knows("u1", "wrong", "{bcrypt-sha256}abc")).isFalse();
        assertThat(verified.knows("u2", "right", "{bcrypt-sha256}abc")).isFalse();
    }

    @Test
    void aNewPasswordAndTimeEndIt() {
        verified.remember("u1", "right", "{bcrypt-sha256}abc");

        assertThat(verified.knows("u1", "right", "{bcrypt-sha256}changed")).isFalse();
        clock.pass(Duration.ofMinutes(10));
        assertThat(verified.knows("u1", "right", "{bcrypt-sha256}abc")).isFalse();
    }

    @Test
    void aClockSetBackDoesNotKeepItForEver() {
        verified.remember("u1", "right", "{bcrypt-sha256}abc");

        clock.pass(Duration.ofDays(-3));

        assertThat(verified.knows("u1", "right", "{bcrypt-sha256}abc")).isFalse();
    }

    @Test
    void everyCharacterOfALongPasswordCountsAndAnOldHashIsTold() {
        SlowHash hash = new SlowHash(10);
        String stored = hash.encrypt("x".repeat(100) + "a");

        assertThat(hash.check("x".repeat(100) + "a", stored)).isTrue();
        assertThat(hash.check("x".repeat(100) + "b", stored)).isFalse();
        assertThat(hash.isOutdated("{" + SlowHash.NAME + "}" + stored)).isFalse();
        assertThat(new SlowHash(11).isOutdated("{" + SlowHash.NAME + "}" + stored))
                .isTrue();
        assertThat(hash.isOutdated("{SHA-512}abc")).isTrue();
    }
}
