package org.noticecascade.notice;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is accepted as the text of a notice.
 *
 * @param maxBytes the largest document read; notices have some ten kilobytes
 */
@Validated
@ConfigurationProperties("cascade.document")
record DocumentProperties(
        @DefaultValue("2097152") @Min(1024) @Max(52_428_800) long maxBytes) {}
