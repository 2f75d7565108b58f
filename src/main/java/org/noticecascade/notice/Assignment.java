package org.noticecascade.notice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.directory.Level;

/**
 * One unit's part in one notice; unique by (notice, unit).
 *
 * @param parentId the superior unit's assignment; {@code null} for headquarters
 * @param depth 0 for headquarters, 1 for the units it addresses, and so on
 * @param line the codes of the units above it, from the one directly below headquarters down, and its own; empty for
 *     headquarters
 * @param dueDate the day the current stage is due; {@code null} while the unit only waits
 * @param originalDue the day it was due when the stage began, before any extension
 * @param light as the last patrol found it; GREEN without a due date
 * @param round counts the times a stage began or its due date was moved: reminders and escalations of an earlier round
 *     stand for themselves
 * @param instanceId the engine's process instance; {@code null} until it is started
 */
public record Assignment(
        long id,
        long noticeId,
        String unitCode,
        @Nullable Long parentId,
        Level level,
        int depth,
        List<String> line,
        Stage stage,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate originalDue,
        @Nullable String instanceId,
        int returns,
        Light light,
        int round) {

    /** The code of the unit at depth 1 above it (or itself), which is also its tenant; {@code null} for headquarters. */
    public @Nullable String province() {
        return line.isEmpty() ? null : line.get(0);
    }

    /** The business key of the unit's process instance. */
    public String businessKey() {
        return noticeId + "/" + unitCode;
    }
}
