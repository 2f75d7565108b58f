package org.noticecascade.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong passwords slow down whoever sends them, and nobody else for good. */
class SignInThrottleTest {
    static final AccountProperties SETTINGS = new AccountProperties(
            10, Duration.ofMinutes(10), 3, 20, 50, Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofHours(1));
    private static final String STRANGER = "203.0.113.7";
    private static final String OFFICE = "198.51.100.1";

    private final SettableClock clock = new SettableClock();
    private final SignInThrottle throttle = new SignInThrottle(SETTINGS, clock);

    @Test
    void pausesGrowFromTheFourthAttemptOnAndNeverExceedTheLongest() {
        List<Long> pauses = new ArrayList<>();
        for (int guess = 1; guess <= 12; guess++) {
            clock.pass(throttle.pause("admin", STRANGER));
            throttle.wrong("admin", STRANGER);
            pauses.add(throttle.pause("admin", STRANGER).toSeconds());
        }

        assertThat(pauses).containsExactly(0L, 0L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L, 60L, 60L);
    }

    @Test
    void theRealPersonComesInFromWhereTheyWereBeforeWhileStrangersGuess() {
        throttle.right("admin", OFFICE);
        for (int stranger = 0; stranger < 200; stranger++) {
            throttle.wrong("admin", "203.0.113." + stranger % 100);
        }

        assertThat(throttle.pause("admin", STRANGER)).isPositive();
        assertThat(throttle.pause("admin", "192.0.2.1")).as("a new address").isPositive();
        assertThat(throttle.pause("admin", OFFICE)).isZero();
    }

    @Test
    void afterAnyNumberOfGuessesAnEmptyHourOrAMinuteOpensTheAccountByItself() {
        for (int guess = 0; guess < 1_000; guess++) {
            throttle.wrong("admin", STRANGER);
        }

        clock.pass(Duration.ofSeconds(60));
        assertThat(throttle.pause("admin", STRANGER)).isZero();
        clock.pass(Duration.ofHours(2));
        throttle.wrong("admin", STRANGER);
        assertThat(throttle.pause("admin", STRANGER)).as("counts anew").isZero();
    }

    @Test
    void oneAddressTryingManyAccountsPausesForAllOfThemButNotForThoseAtHomeThere() {
        throttle.right("u2staff", STRANGER);
        for (int account = 0; account < 50; account++) {
            throttle.wrong("u" + account + "lead", STRANGER);
        }

        assertThat(throttle.pause("u99lead", STRANGER)).isPositive();
        assertThat(throttle.pause("u99lead", OFFICE)).isZero();
        assertThat(throttle.pause("u2staff", STRANGER)).isZero();
    }

    @Test
    void theOwnAccountBetweenTwoGuessesDoesNotResetTheAddress() {
        for (int account = 0; account < 50; account++) {
            throttle.wrong("u" + account + "lead", STRANGER);
            throttle.right("insider", STRANGER);
        }

        assertThat(throttle.pause("u99lead", STRANGER)).isPositive();
    }

    @Test
    void theOwnAddressSlowsDownTooSoThatAStolenMachineGuessesNoFaster() {
        throttle.right("admin", OFFICE);
        for (int guess = 0; guess < 3; guess++) {
            throttle.wrong("admin", OFFICE);
        }

        assertThat(throttle.pause("admin", OFFICE)).isPositive();
        throttle.forgive("admin");
        assertThat(throttle.pause("admin", OFFICE)).isZero();
    }

    @Test
    void aClockSetBackLengthensNoPause() {
        for (int guess = 0; guess < 5; guess++) {
            throttle.wrong("admin", STRANGER);
        }

        clock.pass(Duration.ofDays(-30));

        assertThat(throttle.pause("admin", STRANGER)).isEqualTo(Duration.ofSeconds(8));
        clock.pass(Duration.ofSeconds(9));
        assertThat(throttle.pause("admin", STRANGER)).isZero();
    }

    @Test
    void whatIsKeptIsBounded() {
        for (int account = 0; account < 200_000; account++) {
            throttle.wrong("nobody" + account, "10." + account % 200 + "." + account % 251 + ".1");
        }

        assertThat(throttle.size()).isLessThanOrEqualTo(150_000);
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2:aaaa:bbbb:cccc:dddd, 2001:db8:1:2:1::9, true",
        "2001:db8:1:2::1, 2001:0DB8:0001:0002::2, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "0:0:0:0:0:0:0:1, ::1, true",
        "::ffff:1, ::ffff:2, true",
        "198.51.100.1, 198.51.100.2, false"
    })
    void theAddressesOfOneIpv6NetworkAreOneCaller(String one, String other, boolean same) {
        assertThat(AddressBlock.of(one).equals(AddressBlock.of(other))).isEqualTo(same);
    }
}
