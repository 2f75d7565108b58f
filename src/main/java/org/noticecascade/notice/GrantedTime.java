package org.noticecascade.notice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** More time that superiors have granted; the feature {@code deadline} keeps it. */
public interface GrantedTime {

    /**
     * More time for one unit's part.
     *
     * @param until the day that was granted for that stage; of several the latest holds
     * @param daysBelow by how many working days whoever is below is due later in every stage it enters; 0 if that was not
     *     granted
     */
    record Grant(long assignmentId, Stage stage, LocalDate until, int daysBelow) {}

    /** Everything that was granted to these parts, in no order; one part may have several. */
    List<Grant> to(Collection<Long> assignmentIds);
}
