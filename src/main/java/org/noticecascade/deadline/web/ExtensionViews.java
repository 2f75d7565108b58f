package org.noticecascade.deadline.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.noticecascade.deadline.Extension;
import org.noticecascade.directory.People;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.springframework.stereotype.Component;

/** Requests for more time as the screens show them. */
@Component
class ExtensionViews {
    private final People people;
    private final Assignments assignments;

    ExtensionViews(People people, Assignments assignments) {
        this.people = people;
        this.assignments = assignments;
    }

    /**
     * One request.
     *
     * @param hint says so if the day asked for was moved off a day off
     */
    record View(
            Extension extension,
            String statusLabel,
            @Nullable String askedByName,
            @Nullable String decidedByName,
            @Nullable String hint) {}

    /**
     * Shows a request.
     *
     * @param wanted the day somebody has just asked for
     */
    View of(Extension extension, @Nullable LocalDate wanted) {
        boolean moved = wanted != null && !wanted.equals(extension.toDue());
        return new View(
                extension,
                extension.status().label(),
                nameOf(extension.askedBy()),
                nameOf(extension.decidedBy()),
                moved ? "%s 为休息日，已顺延至 %s。".formatted(wanted, extension.toDue()) : null);
    }

    boolean hasUnitsBelow(Assignment unit) {
        return assignments.countChildren(unit.id()) > 0;
    }

    private @Nullable String nameOf(@Nullable String userId) {
        return userId == null ? null : people.nameOf(userId);
    }
}
