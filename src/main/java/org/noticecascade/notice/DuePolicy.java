package org.noticecascade.notice;

import org.noticecascade.directory.Level;

/** How many working days a stage has; the table an official edits is {@code processes/deadline-policy.dmn}. */
public interface DuePolicy {

    /**
     * Returns the working days after the issue date by which that stage is due at that level.
     *
     * @return 1 or more
     * @throws IllegalStateException if the table has no row for it
     */
    int workingDays(Urgency urgency, Level level, Stage stage);
}
