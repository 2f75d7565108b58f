package org.noticecascade.notice;

import java.time.LocalDate;
import org.noticecascade.directory.Level;

/** The day by which one stage is due at one level. */
public record Due(Level level, Stage stage, LocalDate dueDate) {

    /** Whether this is the day on which headquarters stops waiting. */
    public boolean isFinal() {
        return level == Level.HQ && stage == Stage.REPORT;
    }
}
