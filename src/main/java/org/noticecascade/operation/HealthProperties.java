package org.noticecascade.operation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * From when on the service calls itself unwell.
 *
 * @param readEvery how old the figures may be: however many ask, the tables are read once in this time
 * @param jobsWaitAtMost how long a due job may wait; a burst of a national notice is done in two minutes
 * @param failedJobs so many jobs without retries left are a trouble
 * @param patrolTakesAtMost how long after its hour the day's patrol has to be done
 */
@Validated
@ConfigurationProperties("cascade.health")
record HealthProperties(
        @DefaultValue("30s") @NotNull @DurationMin(seconds = 5) @DurationMax(minutes = 10)
        Duration readEvery,

        @DefaultValue("10m") @NotNull @DurationMin(minutes = 1) @DurationMax(hours = 24)
        Duration jobsWaitAtMost,

        @DefaultValue("1") @Min(1) @Max(1_000_000) int failedJobs,

        @DefaultValue("1h") @NotNull @DurationMin(minutes = 5) @DurationMax(hours = 12)
        Duration patrolTakesAtMost) {}
