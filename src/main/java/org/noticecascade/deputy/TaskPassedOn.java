package org.noticecascade.deputy;

import org.jspecify.annotations.Nullable;

/**
 * A claimed task changed hands because a deputy began or ended. Published in the transaction of the change.
 *
 * @param businessKey of the task's process; {@code null} if it has none
 * @param taskName as Tasklist shows it
 * @param from who had claimed it
 * @param to who has it now; {@code null} if it is offered to the group again
 */
public record TaskPassedOn(
        @Nullable String businessKey,
        String taskName,
        String from,
        @Nullable String to) {}
