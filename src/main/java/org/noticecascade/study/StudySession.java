package org.noticecascade.study;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of the record of a study session. Few fields on purpose: no photos, no notes, no minutes.
 *
 * @param participants 1 to 100,000
 * @param summary one line, at most 200 characters
 */
public record StudySession(
        @Nullable SessionForm form,
        @Nullable LocalDate plannedOn,
        @Nullable LocalDate heldOn,
        @Nullable Integer participants,
        @Nullable String summary) {}
