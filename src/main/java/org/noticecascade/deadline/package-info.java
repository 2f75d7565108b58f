/**
 * Due dates while they run: lights, reminders, urging, extension, escalation.
 *
 * <p>{@link org.noticecascade.deadline.Sweep} is the daily patrol over all units by set-based SQL; {@link
 * org.noticecascade.deadline.Deadlines} moves a due date. What a date means on a day is a table an official edits,
 * {@code escalation-policy.dmn}. Engine code lives in {@code deadline.process}.
 */
@NullMarked
package org.noticecascade.deadline;

import org.jspecify.annotations.NullMarked;
