package org.noticecascade.deputy.process;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Looking after deputies.
 *
 * @param enabled whether this node looks by itself; what people name or take back takes effect at once in any case
 * @param poll pause between two looks at which ranges have begun and ended
 */
@Validated
@ConfigurationProperties("cascade.deputy")
record DeputyProperties(
        @DefaultValue("true") boolean enabled,

        @DefaultValue("1m") @DurationMin(seconds = 10) @DurationMax(hours = 1)
        Duration poll) {}
