package org.noticecascade.cockpit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.noticecascade.directory.Level;
import org.noticecascade.notice.Light;
import org.noticecascade.notice.Stage;

/**
 * One unit's line on the board.
 *
 * @param assignmentId the unit's part in the notice
 * @param depth 0 for headquarters, 1 for the units it addresses, and so on
 * @param superiorCode {@code null} for headquarters
 * @param light as the last patrol found it; {@code null} without a due date
 * @param extensionAsked a request for more time waits for its decision
 * @param escalated an overdue stage waits for the superior's supervisor
 */
public record UnitRow(
        long assignmentId,
        String unitCode,
        String unitName,
        Level level,
        int depth,
        @Nullable String superiorCode,
        @Nullable String superiorName,
        Stage stage,
        @Nullable Light light,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate originalDue,
        int returns,
        @Nullable OffsetDateTime signedAt,
        @Nullable OffsetDateTime plannedAt,
        @Nullable OffsetDateTime heldAt,
        @Nullable OffsetDateTime reportedAt,
        boolean extensionAsked,
        boolean escalated) {}
