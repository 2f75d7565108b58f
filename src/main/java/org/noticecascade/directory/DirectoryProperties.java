package org.noticecascade.directory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The directory at start-up and the limits of an import.
 *
 * @param seed whether an empty directory is filled with the units that come with the service
 * @param importMaxBytes the largest file an import accepts
 * @param importMaxRows the most rows of data; all townships of the country need 50,000
 */
@Validated
@ConfigurationProperties("cascade.directory")
public record DirectoryProperties(
        @DefaultValue("true") boolean seed,

        @DefaultValue("5242880") @Min(1_048_576) @Max(52_428_800)
        int importMaxBytes,

        @DefaultValue("20000") @Min(5_000) @Max(200_000) int importMaxRows) {}
