package org.noticecascade.notice.process;

import java.util.List;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Issuing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings a unit into a notice that is already under way (补发), for example one that was founded since. */
@Component
public class LateUnits {
    private final Issuing issuing;
    private final UnitStarter starter;

    LateUnits(Issuing issuing, UnitStarter starter) {
        this.issuing = issuing;
        this.starter = starter;
    }

    /**
     * Gives the unit its part and starts its process; a unit that has its part keeps it as it is.
     *
     * @return whether it was added now
     * @throws org.noticecascade.Refusal if the notice is not under way, or the superior unit has not passed it on or no
     *     longer waits for its units
     */
    @Transactional
    public boolean add(long noticeId, String unitCode) {
        List<Assignment> added = issuing.addLate(noticeId, unitCode);
        starter.start(added);
        return !added.isEmpty();
    }
}
