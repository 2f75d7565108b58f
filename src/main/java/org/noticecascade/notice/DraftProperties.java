package org.noticecascade.notice;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of what is not issued yet one person may leave lying.
 *
 * @param notices open drafts of notices
 * @param documents uploaded texts that no notice was opened from
 */
@Validated
@ConfigurationProperties("cascade.drafts")
record DraftProperties(
        @DefaultValue("50") @Min(5) @Max(100_000) int notices,
        @DefaultValue("50") @Min(5) @Max(100_000) int documents) {}
