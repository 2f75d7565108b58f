package org.noticecascade.security.acts;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How administration is divided among people.
 *
 * @param separateDuties whether users, groups and permissions are changed by members of {@value AdministratorGroups#USERS}
 *     only, and everything else of the engine by members of {@code camunda-admin} only
 * @param secondAdministrator whether another administrator confirms what {@link SecondAdministrator} names
 * @param confirmationWithin how long after it was asked such an act is confirmed and done
 */
@Validated
@ConfigurationProperties("cascade.administration")
record DutyProperties(
        @DefaultValue("false") boolean separateDuties,
        @DefaultValue("false") boolean secondAdministrator,

        @DefaultValue("24h") @NotNull @DurationMin(minutes = 1) @DurationMax(days = 30)
        Duration confirmationWithin) {}
