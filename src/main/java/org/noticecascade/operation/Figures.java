package org.noticecascade.operation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noticecascade.directory.Level;
import org.noticecascade.mail.MailTrouble;
import org.noticecascade.mail.Outbox;
import org.noticecascade.notice.Stage;

/**
 * One reading of the tables.
 *
 * @param open of the notices that are issued and not closed
 * @param mails by status, every status is there
 * @param trouble why no mail leaves; null when it does
 * @param patrol the last one; null before the first
 * @param units active units in the directory
 */
record Figures(
        Instant readAt,
        List<Open> open,
        Jobs jobs,
        Map<Outbox.Status, Long> mails,
        @Nullable MailTrouble trouble,
        @Nullable LastPatrol patrol,
        long units) {

    /**
     * Open assignments that have all of this in common.
     *
     * @param daysLate calendar days past the due date; 0 where it is not past, or is not the unit's own turn
     */
    record Open(Level level, Stage stage, long daysLate, long count) {}

    /**
     * Jobs of the engine.
     *
     * @param due with retries left, whose time has come; running ones are among them
     * @param later with retries left, timers and pauses before a retry
     * @param failed without retries left
     * @param longestWaitSeconds of those that are due; 0 if none is
     */
    record Jobs(long due, long later, long failed, long longestWaitSeconds) {}

    /** @param finishedAt null while it runs */
    record LastPatrol(
            LocalDate day, Instant startedAt, @Nullable Instant finishedAt) {}
}
