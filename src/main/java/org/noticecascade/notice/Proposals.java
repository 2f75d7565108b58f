package org.noticecascade.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.noticecascade.directory.Level;
import org.noticecascade.directory.Units;
import org.noticecascade.document.AddresseeGroup.Meaning;
import org.springframework.stereotype.Component;

/** Addressees and due dates a person will check. */
@Component
class Proposals {
    private final Addressing addressing;
    private final Units units;
    private final Dues dues;
    private final Opening opening;

    Proposals(Addressing addressing, Units units, Dues dues, Opening opening) {
        this.addressing = addressing;
        this.units = units;
        this.dues = dues;
        this.opening = opening;
    }

    void addressees(long noticeId, Set<Meaning> meanings) {
        List<String> codes = units.childrenOf(units.headquarters().code()).stream()
                .filter(unit -> (unit.level() == Level.PROVINCE && meanings.contains(Meaning.ALL_PROVINCES))
                        || (unit.level() == Level.DEPARTMENT && meanings.contains(Meaning.DEPARTMENTS)))
                .map(unit -> unit.code())
                .toList();
        addressing.address(noticeId, codes);
    }

    void dues(Notice notice) {
        LocalDate issued = notice.issueDate();
        addressing.setDues(
                notice.id(),
                dues.propose(issued == null ? opening.today() : issued, notice.urgency(), notice.downTo()));
    }
}
