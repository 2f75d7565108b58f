package org.noticecascade.security;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the log's warnings and errors may be.
 *
 * @param longest bytes of one message with its causes; with time, thread and the JSON around it a line has 1 KiB
 * @param whole whether failures are written in full, with statements, parameters and every frame; for finding a cause
 */
@Validated
@ConfigurationProperties("cascade.failure-log")
record FailureLogProperties(
        @DefaultValue("600") @Min(200) @Max(100_000) int longest,
        @DefaultValue("false") boolean whole) {}
