package org.noticecascade.notice;

import java.time.LocalDate;
import org.noticecascade.directory.Level;

/** The day by which one stage is due at one level. */
public record Due(Level level, Stage stage, LocalDate dueDate) {}
