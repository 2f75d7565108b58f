package org.noticecascade.deadline;

import java.time.LocalDate;
import org.noticecascade.notice.Assignment;

/** The due dates the engine shows; changed in the transaction of the assignment's own. */
public interface TaskDates {

    /** The unit's open tasks are due at the end of that day. */
    void move(Assignment unit, LocalDate due);

    /** Headquarters stops waiting at the end of that day. */
    void moveFinal(long noticeId, LocalDate due);
}
