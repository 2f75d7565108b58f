package org.noticecascade.ledger;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Sealing the ledger.
 *
 * @param enabled whether this node seals; one of all nodes is enough
 * @param poll pause between two looks; what is younger may be unsealed
 * @param pageSize entries sealed in one transaction
 */
@Validated
@ConfigurationProperties("cascade.ledger")
record LedgerProperties(
        @DefaultValue("true") boolean enabled,

        @DefaultValue("5s") @DurationMin(seconds = 1) @DurationMax(minutes = 10)
        Duration poll,

        @DefaultValue("1000") @Min(10) @Max(10_000) int pageSize) {}
