package org.noticecascade.platform;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Comments people write on tasks.
 *
 * @param longest characters of one comment
 * @param ofTask comments of one task
 * @param ofInstance comments of one process instance, which is one unit's part in one notice
 */
@Validated
@ConfigurationProperties("cascade.comments")
record CommentProperties(
        @DefaultValue("4000") @Min(100) @Max(4_000) int longest,
        @DefaultValue("100") @Min(1) @Max(10_000) int ofTask,
        @DefaultValue("300") @Min(1) @Max(10_000) int ofInstance) {}
