package org.noticecascade.platform;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Starting several nodes on one PostgreSQL database.
 *
 * @param longestWait how long a node waits for another that is starting, before it gives up
 */
@Validated
@ConfigurationProperties("cascade.start")
record StartProperties(
        @DefaultValue("10m") @NotNull @DurationMin(seconds = 1) @DurationMax(hours = 1)
        Duration longestWait) {}
