package org.noticecascade.cockpit;

import java.time.LocalDate;

/** How many units of a subtree had reached each milestone by the end of that day in Beijing. */
public record DayCount(LocalDate day, int signed, int planned, int held, int reported) {

    DayCount plus(DayCount next) {
        return new DayCount(
                next.day, signed + next.signed, planned + next.planned, held + next.held, reported + next.reported);
    }
}
