package org.noticecascade.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Sending mail. The server itself is set with {@code spring.mail.*}.
 *
 * @param enabled whether this node sends; the outbox is filled in any case
 * @param from address, with or without a name: {@code 通知督办 <notice@example.org>}
 * @param replyTo where answers go; none if not set
 * @param linkBaseUrl what people type to reach the service, without {@code /camunda}
 * @param maxPerMinute mails accepted per minute by all nodes together
 * @param pageSize mails claimed at once and sent over one connection
 * @param poll pause between two looks into the outbox
 * @param claimTime after it a claimed mail counts as abandoned; longer than any one mail can hang
 * @param maxAttempts after so many attempts a mail refused with 5xx has failed
 * @param keepDays rows that were sent or dropped so many days ago are deleted
 * @param retryPauses pauses after the first, second... failed attempt; the last one repeats
 */
@Validated
@ConfigurationProperties("cascade.mail")
public record MailProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("notice-cascade@localhost") @NotBlank String from,
        @Nullable String replyTo,

        @DefaultValue("http://localhost:8080") @Pattern(regexp = "https?://[^\\s?#]+")
        String linkBaseUrl,

        @DefaultValue("300") @Min(1) @Max(100_000) int maxPerMinute,
        @DefaultValue("50") @Min(1) @Max(500) int pageSize,

        @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(minutes = 10)
        Duration poll,

        @DefaultValue("10m") @DurationMin(minutes = 1) @DurationMax(hours = 6)
        Duration claimTime,

        @DefaultValue("5") @Min(1) @Max(100) int maxAttempts,

        @DefaultValue("400") @Min(30) @Max(3650) int keepDays,

        @DefaultValue({"1m", "5m", "15m", "60m", "2h"}) @NotEmpty
        List<@DurationMin(seconds = 1) @DurationMax(days = 1) Duration> retryPauses,

        @DefaultValue @Valid Hours hours,
        @DefaultValue @Valid Breaker breaker) {

    /**
     * When mail may leave.
     *
     * @param from first moment of the day
     * @param until from then on no more
     * @param workdaysOnly false mails on days off as well (demo)
     */
    public record Hours(
            @DefaultValue("08:30") LocalTime from,
            @DefaultValue("18:00") LocalTime until,
            @DefaultValue("true") boolean workdaysOnly) {

        public Hours {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException(
                        "cascade.mail.hours: from %s is not before until %s. Correct one of them."
                                .formatted(from, until));
            }
        }
    }

    /**
     * When to stop trying.
     *
     * @param failures failures in a row that open it
     * @param firstPause until the first probe; doubles with each probe that fails
     * @param longestPause the most it grows to
     */
    public record Breaker(
            @DefaultValue("5") @Min(1) @Max(100) int failures,

            @DefaultValue("1m") @DurationMin(seconds = 1) @DurationMax(hours = 1)
            Duration firstPause,

            @DefaultValue("30m") @DurationMin(seconds = 1) @DurationMax(hours = 12)
            Duration longestPause) {

        /** The pause when {@code failuresInARow}, at least {@link #failures}, have been counted. */
        Duration pauseAfter(int failuresInARow) {
            int doublings = Math.min(failuresInARow - failures, 20);
            Duration grown = firstPause.multipliedBy(1L << doublings);
            return grown.compareTo(longestPause) < 0 ? grown : longestPause;
        }
    }

    public MailProperties {
        requireAddress("from", from);
        if (replyTo != null && !replyTo.isBlank()) {
            requireAddress("reply-to", replyTo);
        }
        retryPauses = List.copyOf(retryPauses);
    }

    /** How long a mail waits after its {@code attempts}th failed attempt. */
    Duration pauseAfter(int attempts) {
        return retryPauses.get(Math.min(Math.max(attempts, 1), retryPauses.size()) - 1);
    }

    private static void requireAddress(String property, String value) {
        try {
            new InternetAddress(value, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "cascade.mail.%s: '%s' is no mail address (%s). Write name@host or Name <name@host>."
                            .formatted(property, value, e.getMessage()),
                    e);
        }
    }
}
