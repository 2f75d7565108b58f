package org.noticecascade.notice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** More time that superiors have granted; the feature {@code deadline} keeps it. */
public interface GrantedTime {

    /**
     * More time for one unit's part.
     *
     * @param until the day that stage is due now
     * @param daysBelow by how many working days whoever is below is due later in every stage it enters; 0 if that was not
     *     granted
     */
    record Grant(long assignmentId, Stage stage, LocalDate until, int daysBelow) {}

    /** What was granted to these parts. */
    List<Grant> to(Collection<Long> assignmentIds);
}
