package org.noticecascade.desk.process;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noticecascade.notice.Submission.Kind;

/**
 * A user task somebody has open.
 *
 * @param key the model's task without its prefix, for example {@code draftPlan}
 * @param unitCode of the unit the task is about; a review is done by its superior
 * @param assignmentId {@code null} while headquarters still drafts the notice
 */
public record DeskTask(
        String id,
        String key,
        String name,
        @Nullable Long assignmentId,
        long noticeId,
        String unitCode,
        @Nullable String assignee) {
    private static final Set<String> EDITING =
            Set.of("draftPlan", "scheduleSession", "holdSession", "compileReport", "compileNationalReport");

    /** What is worked on, or filed at the end; empty for a receipt and for the notice itself. */
    public Optional<Kind> kind() {
        if (key.equals("archiveNotice")) {
            return Optional.of(Kind.REPORT);
        }
        if (key.endsWith("Plan")) {
            return Optional.of(Kind.PLAN);
        }
        if (key.endsWith("Session")) {
            return Optional.of(Kind.SESSION);
        }
        return key.endsWith("Report") ? Optional.of(Kind.REPORT) : Optional.empty();
    }

    /** Whether its form writes contents, rather than deciding on them. */
    public boolean edits() {
        return EDITING.contains(key);
    }
}
