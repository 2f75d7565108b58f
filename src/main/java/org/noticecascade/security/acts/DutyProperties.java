package org.noticecascade.security.acts;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How administration is divided among people.
 *
 * @param separateDuties whether users, groups and permissions are changed by members of {@value SeparateDuties#USERS}
 *     only, and everything else of the engine by members of {@code camunda-admin} only
 */
@Validated
@ConfigurationProperties("cascade.administration")
record DutyProperties(@DefaultValue("false") boolean separateDuties) {}
