package org.noticecascade.deadline;

import java.time.LocalDate;
import org.noticecascade.directory.Level;
import org.noticecascade.notice.Stage;

/** Assignments the policy judges alike: due the same day, at the same level, in the same stage. */
record DueGroup(LocalDate dueDate, Level level, Stage stage) {}
