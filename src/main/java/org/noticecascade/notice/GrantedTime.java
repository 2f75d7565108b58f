package org.noticecascade.notice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** More time that superiors have granted; the feature {@code deadline} keeps it. */
public interface GrantedTime {

    /**
     * By how many working days whoever is below these parts is due later in every stage it enters.
     *
     * @return by id of the part; empty if nothing was granted for the units below
     */
    Map<Long, Integer> downwards(Collection<Long> assignmentIds);

    /** The latest day that was granted to the part itself for that stage. */
    Optional<LocalDate> own(long assignmentId, Stage stage);
}
