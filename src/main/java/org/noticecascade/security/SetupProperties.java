package org.noticecascade.security;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The set-up page, which makes the first administrator.
 *
 * @param tokenLifetime how long the token works that a start without any administrator prints; a new start prints another
 */
@Validated
@ConfigurationProperties("cascade.setup")
record SetupProperties(
        @DefaultValue("2h") @DurationMin(minutes = 5) @DurationMax(hours = 24)
        Duration tokenLifetime) {}
