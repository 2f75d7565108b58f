package org.noticecascade.notice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.noticecascade.directory.Level;

/** The day by which one stage is due at one level. */
public record Due(Level level, Stage stage, LocalDate dueDate) {

    /** The day among these by which that stage is due at that level; empty where none is set. */
    static Optional<LocalDate> find(Collection<Due> dues, Level level, Stage stage) {
        return dues.stream()
                .filter(due -> due.level == level && due.stage == stage)
                .map(Due::dueDate)
                .findFirst();
    }

    /** Whether this is the day on which headquarters stops waiting. */
    public boolean isFinal() {
        return level == Level.HQ && stage == Stage.REPORT;
    }
}
