package org.noticecascade.platform;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people and machines reach the service. The idle time after which a session ends is the servlet container's
 * {@code server.servlet.session.timeout}.
 *
 * @param secureCookies whether cookies go over HTTPS only; switch it on wherever there is HTTPS
 * @param hsts how long browsers are to insist on HTTPS; zero says nothing, and it is only said over HTTPS
 * @param longestSession how long a session lasts however busy it is; an open task list keeps asking and is never idle
 * @param maxBodyBytes the largest body that is no upload; forms send some ten kilobytes, a decision table up to a megabyte
 * @param machineAccounts user ids of programs that an administrator lets use {@code /engine-rest}; everybody else but
 *     administrators finds it closed
 * @param logLinesPerMinute refused accesses and failed sign-ins written to the security log; what exceeds it is counted
 */
@Validated
@ConfigurationProperties("cascade.security")
public record SecurityProperties(
        @DefaultValue("false") boolean secureCookies,
        @DefaultValue("0s") Duration hsts,
        @DefaultValue("12h") Duration longestSession,

        @DefaultValue("2097152") @Min(1_048_576) @Max(52_428_800)
        long maxBodyBytes,

        @DefaultValue
        List<@Pattern(regexp = "[A-Za-z0-9._-]{1,64}", message = "应为用户 ID（must be user ids）") String> machineAccounts,

        @DefaultValue("600") @Min(10) @Max(1_000_000) int logLinesPerMinute) {}
