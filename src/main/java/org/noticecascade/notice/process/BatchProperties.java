package org.noticecascade.notice.process;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How units' processes are started.
 *
 * @param size process instances per job; 50 was measured best, a failed batch repeats that many
 * @param atOnce up to so many are started with the dispatch itself, while whoever signs or accepts waits; more are left
 *     to jobs
 */
@Validated
@ConfigurationProperties("cascade.batch")
record BatchProperties(
        @DefaultValue("50") @Min(1) @Max(500) int size,
        @DefaultValue("50") @Min(0) @Max(200) int atOnce) {}
