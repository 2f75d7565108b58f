package org.noticecascade.security;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What one caller may use of the service at once.
 *
 * @param connectionsPerSource open connections of one network address; 0 sets none, for a proxy that limits by itself
 * @param body how long bodies may take
 * @param account calls of one account
 * @param engineJson what a call of the engine's API may carry
 * @param json what a call of ours may carry
 * @param parameters elements of a list in a query string, and parameters in it
 */
@Validated
@ConfigurationProperties("cascade.limits")
record LimitsProperties(
        @DefaultValue("1000") @Min(0) @Max(100_000) int connectionsPerSource,
        @Valid @DefaultValue Body body,
        @Valid @DefaultValue Account account,
        @Valid @DefaultValue EngineJson engineJson,
        @Valid @DefaultValue Json json,
        @DefaultValue("500") @Min(50) @Max(5_000) int parameters) {

    /**
     * @param anonymousBytes the largest body of who is not signed in: the sign-in form and the set-up page
     * @param anonymousTime how long it may take
     * @param time how long a signed-in caller's body that is no upload may take
     * @param uploadTime how long an upload may take
     * @param grace how long a body may begin slowly
     * @param bytesPerSecond what a body has to bring on average after that
     * @param waitingPercent of the web threads may wait for pieces of bodies; a fifth of them for anonymous ones
     */
    record Body(
            @DefaultValue("8192") @Min(1_024) @Max(65_536) int anonymousBytes,

            @DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(seconds = 60)
            Duration anonymousTime,

            @DefaultValue("30s") @DurationMin(millis = 100) @DurationMax(minutes = 10)
            Duration time,

            @DefaultValue("10m") @DurationMin(millis = 100) @DurationMax(hours = 2)
            Duration uploadTime,

            @DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(seconds = 60)
            Duration grace,

            @DefaultValue("4096") @Min(1) @Max(1_048_576) int bytesPerSecond,
            @DefaultValue("50") @Min(5) @Max(90) int waitingPercent) {}

    /**
     * @param callsAtOnce of one person
     * @param callsPerSecond of one person, on average
     * @param burst calls that may come at once after a pause
     * @param administratorTimes how many times as much administrators may
     */
    record Account(
            @DefaultValue("8") @Min(2) @Max(1_000) int callsAtOnce,
            @DefaultValue("20") @Min(1) @Max(100_000) int callsPerSecond,
            @DefaultValue("300") @Min(50) @Max(1_000_000) int burst,
            @DefaultValue("4") @Min(1) @Max(100) int administratorTimes) {}

    /** See {@link JsonCaps}. */
    record EngineJson(
            @DefaultValue("65536") @Min(4_096) @Max(1_048_576)
            int bytes,

            @DefaultValue("16") @Min(8) @Max(50) int depth,
            @DefaultValue("3000") @Min(500) @Max(50_000) int values,
            @DefaultValue("500") @Min(50) @Max(10_000) int listLength,

            @DefaultValue("20000") @Min(4_000) @Max(1_000_000)
            int textLength) {
        JsonCaps caps() {
            return new JsonCaps(bytes, depth, values, listLength, textLength);
        }
    }

    /** See {@link JsonCaps}. */
    record Json(
            @DefaultValue("2000000") @Min(100_000) @Max(2_000_000)
            int bytes,

            @DefaultValue("20") @Min(8) @Max(50) int depth,
            @DefaultValue("20000") @Min(1_000) @Max(50_000) int values,
            @DefaultValue("5000") @Min(500) @Max(10_000) int listLength,

            @DefaultValue("200000") @Min(20_000) @Max(2_000_000)
            int textLength) {
        JsonCaps caps() {
            return new JsonCaps(bytes, depth, values, listLength, textLength);
        }
    }
}
