package org.noticecascade.deadline;

import org.jspecify.annotations.Nullable;
import org.noticecascade.notice.Light;

/**
 * What {@code escalation-policy.dmn} says of a due date on a day.
 *
 * @param reminder {@code null} for none
 * @param toStaff staff of whoever has to act: of the superior in the stage REVIEW, else of the unit itself
 * @param toLead their lead
 * @param toSuperior the supervisor of the unit above them
 * @param toHeadquarters the supervisor of headquarters
 * @param escalate whether the superior's supervisor gets a task
 */
public record Verdict(
        Light light,
        @Nullable ReminderKind reminder,
        boolean toStaff,
        boolean toLead,
        boolean toSuperior,
        boolean toHeadquarters,
        boolean escalate) {}
