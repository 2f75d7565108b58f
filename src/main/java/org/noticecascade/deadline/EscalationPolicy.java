package org.noticecascade.deadline;

import org.noticecascade.directory.Level;
import org.noticecascade.notice.Stage;

/** The table an official edits: {@code processes/escalation-policy.dmn}. */
public interface EscalationPolicy {

    /**
     * Judges a due date.
     *
     * @param workingDaysLeft 0 on the due date itself, negative after it
     * @throws IllegalStateException if the table has no row that fits
     */
    Verdict judge(int workingDaysLeft, Level level, Stage stage);
}
