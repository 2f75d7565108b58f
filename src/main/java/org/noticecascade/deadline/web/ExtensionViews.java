package org.noticecascade.deadline.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.noticecascade.deadline.Extension;
import org.noticecascade.directory.People;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Dues;
import org.noticecascade.notice.Issuing;
import org.springframework.stereotype.Component;

/** Requests for more time as the screens show them. */
@Component
class ExtensionViews {
    private final People people;
    private final Assignments assignments;
    private final Dues dues;
    private final Issuing issuing;

    ExtensionViews(People people, Assignments assignments, Dues dues, Issuing issuing) {
        this.people = people;
        this.assignments = assignments;
        this.dues = dues;
        this.issuing = issuing;
    }

    /**
     * One request.
     *
     * @param hint says so if the day asked for was moved off a day off
     * @param neededBy the day by which the next step needs the work, if what is asked for is later and undecided
     */
    record View(
            Extension extension,
            String statusLabel,
            @Nullable String askedByName,
            @Nullable String decidedByName,
            @Nullable String hint,
            @Nullable LocalDate neededBy) {}

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
                moved ? "%s 为休息日，已顺延至 %s。".formatted(wanted, extension.toDue()) : null,
                extension.status() == Extension.Status.ASKED ? passed(extension) : null);
    }

    private @Nullable LocalDate passed(Extension extension) {
        return dues.neededBy(assignments.get(extension.assignmentId()), extension.stage())
                .filter(extension.toDue()::isAfter)
                .orElse(null);
    }

    /** Whether the notice has come to units below it, or will. */
    boolean hasUnitsBelow(Assignment unit) {
        return issuing.goesBelow(unit);
    }

    private @Nullable String nameOf(@Nullable String userId) {
        return userId == null ? null : people.nameOf(userId);
    }
}
