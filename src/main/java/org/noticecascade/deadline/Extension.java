package org.noticecascade.deadline;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.noticecascade.notice.Stage;

/**
 * A request for more time (延期) and what became of it.
 *
 * @param toDue a working day
 * @param downwards whether the units below are to move along
 * @param answer why it was refused, or lapsed
 */
public record Extension(
        long id,
        long assignmentId,
        Stage stage,
        String askedBy,
        OffsetDateTime askedAt,
        String reason,
        LocalDate fromDue,
        LocalDate toDue,
        boolean downwards,
        Status status,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String answer) {

    /** Where a request stands. */
    public enum Status {
        ASKED("待审批"),
        GRANTED("已同意"),
        REFUSED("未同意");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
