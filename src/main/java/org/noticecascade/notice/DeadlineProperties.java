package org.noticecascade.notice;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Due dates that no notice sets. All counts are working days.
 *
 * @param afterReturnDays how long a unit has at least to redo what its superior returned; the notice's own date holds
 *     where it is later
 * @param reviewDays how long a superior has to decide on what was handed in
 * @param lateArrivalDays how long a stage has at least when a unit reaches it after the notice's own date
 */
@Validated
@ConfigurationProperties("cascade.deadline")
record DeadlineProperties(
        @DefaultValue("3") @Min(1) @Max(60) int afterReturnDays,
        @DefaultValue("3") @Min(1) @Max(60) int reviewDays,
        @DefaultValue("2") @Min(1) @Max(60) int lateArrivalDays) {}
