package org.noticecascade.security;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How passwords are kept and how wrong ones are slowed down.
 *
 * @param hashCost the base-two logarithm of the rounds of bcrypt; one more doubles the time of a check
 * @param verifiedFor how long a password that was right need not be hashed again; a changed password ends it at once
 * @param freeGuesses wrong passwords before the first pause, for one account from one address
 * @param freeGuessesPerAccount the same for one account from all addresses that it never signed in from
 * @param freeGuessesPerAddress the same for one address and all accounts; an office may share one address
 * @param firstPause the first pause; each further wrong password doubles it
 * @param longestPause what no pause exceeds
 * @param forgetAfter how long after the last wrong password the count begins anew
 */
@Validated
@ConfigurationProperties("cascade.accounts")
record AccountProperties(
        @DefaultValue("10") @Min(10) @Max(16) int hashCost,

        @DefaultValue("10m") @DurationMin(seconds = 0) @DurationMax(hours = 1)
        Duration verifiedFor,

        @DefaultValue("3") @Min(1) @Max(20) int freeGuesses,
        @DefaultValue("20") @Min(5) @Max(1_000) int freeGuessesPerAccount,
        @DefaultValue("50") @Min(5) @Max(10_000) int freeGuessesPerAddress,

        @DefaultValue("2s") @DurationMin(seconds = 1) @DurationMax(minutes = 1)
        Duration firstPause,

        @DefaultValue("1m") @DurationMin(seconds = 1) @DurationMax(minutes = 15)
        Duration longestPause,

        @DefaultValue("1h") @DurationMin(minutes = 15) @DurationMax(hours = 24)
        Duration forgetAfter) {}
