package org.noticecascade.deadline;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.validation.annotation.Validated;

/**
 * When and how the daily patrol runs.
 *
 * @param cron when it starts, with seconds, in the service's zone; days off are left out whatever it says
 * @param pageSize assignments looked at in one transaction
 * @param escalationsPerJob escalations started in one transaction
 * @param makeUp whether a patrol missed while the service was down is made up for at its start
 */
@Validated
@ConfigurationProperties("cascade.patrol")
public record PatrolProperties(
        @DefaultValue("0 0 9 * * ?") @NotBlank String cron,
        @DefaultValue("2000") @Min(1) @Max(50_000) int pageSize,
        @DefaultValue("50") @Min(1) @Max(500) int escalationsPerJob,
        @DefaultValue("true") boolean makeUp) {

    /** When the patrol of that day starts; empty if the schedule leaves the day out. */
    public Optional<LocalDateTime> startOn(LocalDate day) {
        LocalDateTime next = CronExpression.parse(cron).next(day.atStartOfDay().minusSeconds(1));
        return Optional.ofNullable(next).filter(start -> start.toLocalDate().equals(day));
    }
}
