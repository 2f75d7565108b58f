package org.noticecascade.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The patrol of one working day.
 *
 * @param since the last day that was patrolled before; {@code null} for the very first patrol
 * @param cursor id of the last assignment looked at
 * @param swept assignments with a due date looked at so far
 * @param reminded reminders written so far
 * @param escalationCursor id of the last assignment looked at for escalation
 */
public record Patrol(
        LocalDate day,
        boolean done,
        @Nullable LocalDate since,
        long cursor,
        int swept,
        int reminded,
        long escalationCursor) {}
