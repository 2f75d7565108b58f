package org.noticecascade.deputy.process;

import java.util.Collection;
import java.util.List;
import org.noticecascade.deputy.StandIn;
import org.noticecascade.directory.People;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.springframework.stereotype.Component;

/** What changes hands when a deputy begins or ends, and its entry in the ledger. */
@Component
class Handover {
    private final ClaimedTasks tasks;
    private final People people;
    private final Ledger ledger;

    Handover(ClaimedTasks tasks, People people, Ledger ledger) {
        this.tasks = tasks;
        this.people = people;
        this.ledger = ledger;
    }

    /** What the absent person has claimed goes over to the deputy. */
    void begin(StandIn begun) {
        tasks.pass(begun.absentId(), begun.deputyId(), begun.groupId());
    }

    /** What the deputy has claimed goes on to whoever stands in now, or back to the group. */
    void end(StandIn ended, Collection<StandIn> wanted) {
        String next = wanted.stream()
                .filter(other -> other.absentId().equals(ended.absentId())
                        && other.groupId().equals(ended.groupId()))
                .map(StandIn::deputyId)
                .findFirst()
                .orElse(null);
        tasks.pass(ended.deputyId(), next, ended.groupId());
    }

    /** One entry for each two persons, however many roles there are. */
    void record(List<StandIn> begun, Collection<StandIn> given, List<StandIn> ended, Collection<StandIn> wanted) {
        pairs(begun, given).forEach(pair -> record(pair, Act.DEPUTY_BEGAN));
        pairs(ended, wanted).forEach(pair -> record(pair, Act.DEPUTY_ENDED));
    }

    private static List<StandIn> pairs(List<StandIn> changed, Collection<StandIn> others) {
        return changed.stream()
                .filter(pair -> others.stream().noneMatch(pair::isBetween))
                .map(pair -> new StandIn(pair.deputyId(), pair.absentId(), ""))
                .distinct()
                .toList();
    }

    private void record(StandIn pair, Act act) {
        people.find(pair.absentId())
                .ifPresent(absent -> ledger.onUnit(absent.unitCode(), act, pair.absentId(), pair.deputyId()));
    }
}
