package org.noticecascade.deputy.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.noticecascade.deputy.Deputies;
import org.noticecascade.deputy.DeputiesChanged;
import org.noticecascade.deputy.StandIn;
import org.noticecascade.deputy.StandIns;
import org.noticecascade.platform.AsSystem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives deputies the groups and the claimed tasks of those who are away, and takes back what has ended.
 *
 * <p>Compares what should be with what was given, whatever happened in between: ranges that began or ended, imports,
 * restarts. Doing it again changes nothing; two nodes do it one after the other. A deputy without an account begins
 * nothing and keeps nobody else from beginning or ending.
 */
@Component
public class StandingIn {
    private final Deputies deputies;
    private final StandIns standIns;
    private final Memberships memberships;
    private final Handover handover;
    private final AsSystem asSystem;

    StandingIn(Deputies deputies, StandIns standIns, Memberships memberships, Handover handover, AsSystem asSystem) {
        this.deputies = deputies;
        this.standIns = standIns;
        this.memberships = memberships;
        this.handover = handover;
        this.asSystem = asSystem;
    }

    @EventListener
    @Transactional
    public void on(DeputiesChanged changed) {
        look();
    }

    /** Brings what deputies hold in line with today. */
    @Transactional
    public void look() {
        if (standIns.isIdle()) {
            return;
        }
        standIns.lock();
        Set<StandIn> wanted = deputies.wantedToday();
        Set<StandIn> given = standIns.given();
        asSystem.call(() -> {
            bringInLine(wanted, given);
            return wanted;
        });
    }

    private void bringInLine(Set<StandIn> wanted, Set<StandIn> given) {
        List<StandIn> ended =
                without(given, wanted).stream().filter(standIns::remove).toList();
        List<StandIn> begun = without(wanted, given).stream()
                .filter(standIn -> memberships.hasAccount(standIn.deputyId()))
                .toList();
        begun.forEach(standIns::add);
        wanted.forEach(standIn -> memberships.join(standIn.deputyId(), standIn.groupId()));
        ended.forEach(standIn -> end(standIn, wanted));
        begun.forEach(handover::begin);
        handover.record(begun, given, ended, wanted);
    }

    private void end(StandIn ended, Set<StandIn> wanted) {
        boolean forSomebodyElse = wanted.stream()
                .anyMatch(other -> other.deputyId().equals(ended.deputyId())
                        && other.groupId().equals(ended.groupId()));
        if (!forSomebodyElse && !memberships.isOwn(ended.deputyId(), ended.groupId())) {
            memberships.leave(ended.deputyId(), ended.groupId());
            handover.end(ended, wanted);
        }
    }

    private static List<StandIn> without(Collection<StandIn> all, Collection<StandIn> some) {
        Set<StandIn> left = new HashSet<>(some);
        List<StandIn> rest = new ArrayList<>(all);
        rest.removeIf(left::contains);
        return rest;
    }
}
