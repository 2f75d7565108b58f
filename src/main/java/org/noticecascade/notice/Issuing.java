package org.noticecascade.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.noticecascade.Refusal;
import org.noticecascade.directory.Level;
import org.noticecascade.directory.Unit;
import org.noticecascade.directory.Units;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Issues a signed notice and passes it on, level by level; closes it in the end. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Issuing {
    private final Notices notices;
    private final Cascade cascade;
    private final Assignments assignments;
    private final IssuedDates dates;
    private final Ledger ledger;

    Issuing(Notices notices, Cascade cascade, Assignments assignments, IssuedDates dates, Ledger ledger) {
        this.notices = notices;
        this.cascade = cascade;
        this.assignments = assignments;
        this.dates = dates;
        this.ledger = ledger;
    }

    /**
     * Gives headquarters and every addressee its part.
     *
     * @return headquarters' own assignment, the root of the tree
     */
    public Assignment issue(long noticeId) {
        Notice notice = notices.get(noticeId);
        cascade.plant(noticeId, dates.headquarters());
        notices.issuedAt(noticeId, dates.now());
        Assignment root = assignments
                .find(noticeId, dates.headquarters())
                .orElseThrow(() -> new IllegalStateException("Notice %d has no root".formatted(noticeId)));
        int addressed = 0;
        for (Level level : List.of(Level.DEPARTMENT, Level.PROVINCE)) {
            addressed += cascade.fanOut(root, level, dates.receipt(root, level), true);
        }
        ledger.onNotice(noticeId, Act.NOTICE_ISSUED, null, "%s，发往 %d 个单位".formatted(notice.caption(), addressed));
        return root;
    }

    /**
     * Gives the unit's subordinates their part, down to the level the notice names.
     *
     * @return whether it has subordinates in this notice
     */
    public boolean dispatch(Assignment unit) {
        Notice notice = notices.get(unit.noticeId());
        int added = 0;
        for (Level level : Level.values()) {
            if (level.mayBeUnder(unit.level())
                    && level.depth() <= notice.downTo().depth()) {
                StageDue receipt = dates.receipt(unit, level);
                int arrived = cascade.fanOut(unit, level, receipt, false);
                added += arrived;
                if (arrived > 0 && receipt.isMoved()) {
                    ledger.onAssignment(
                            notice.id(),
                            unit.id(),
                            unit.unitCode(),
                            Act.DUE_CHANGED,
                            "%s签收 %s".formatted(level.label(), receipt.original()),
                            level.label() + "签收 " + receipt.inWords());
                }
            }
        }
        if (added > 0) {
            ledger.onAssignment(
                    notice.id(), unit.id(), unit.unitCode(), Act.ASSIGNED, null, "下达 %d 个下级单位".formatted(added));
        }
        return added > 0 || assignments.countChildren(unit.id()) > 0;
    }

    /** Whether the unit has subordinates in the notice, or will have once it hands it down. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean goesBelow(Assignment unit) {
        if (assignments.countChildren(unit.id()) > 0) {
            return true;
        }
        Level downTo = notices.get(unit.noticeId()).downTo();
        boolean before = unit.stage() == Stage.RECEIPT || unit.stage() == Stage.PLAN;
        return before && dates.childrenOf(unit).stream().anyMatch(level -> level.depth() <= downTo.depth());
    }

    /**
     * Gives one more unit its part while its superior waits for the others.
     *
     * @return the new part; empty if the unit has one already
     * @throws Refusal if the notice is not under way or the superior does not wait
     */
    public List<Assignment> addLate(long noticeId, String unitCode) {
        Notice notice = notices.get(noticeId);
        Unit unit = dates.unit(unitCode);
        if (assignments.find(noticeId, unitCode).isPresent()) {
            return List.of();
        }
        String superior = unit.parentCode();
        Assignment parent = superior == null || notice.status() != NoticeStatus.ISSUED
                ? null
                : assignments.find(noticeId, superior).orElse(null);
        if (parent == null || !cascade.stillWaits(parent.id())) {
            throw Refusal.conflict(
                    "“%s”的上级单位不在等待下级报送的阶段，不能补发；请由其上级另行通知。".formatted(unit.name()),
                    "The superior of %s does not wait for its units; the notice cannot be passed on to it."
                            .formatted(unitCode));
        }
        if (cascade.addOne(parent, unitCode, dates.receipt(parent, unit.level())) == 0) {
            return List.of(); // somebody else did, while this waited for the superior's row
        }
        ledger.onAssignment(noticeId, parent.id(), parent.unitCode(), Act.ASSIGNED, null, "补发：" + unit.name());
        return assignments.find(noticeId, unitCode).stream().toList();
    }

    /** The next subordinates whose process is to be started. */
    public List<Assignment> toStart(long superiorId, int limit) {
        return cascade.notStarted(superiorId, limit);
    }

    /** Notes the process instance of a unit. */
    public void started(Assignment unit, String instanceId) {
        assignments.started(unit.id(), instanceId);
    }

    /**
     * Notes the process instances of several units, by the id of their part.
     *
     * @return whether all are still in the notice; else the caller takes its work back, as nobody would end an instance of
     *     a unit that was waived, or missed, while it was started
     */
    public boolean started(Map<Long, String> instances) {
        return assignments.started(instances) == instances.size();
    }

    /** The day by which headquarters compiles the national report, whoever is missing. */
    public LocalDate finalDue(long noticeId) {
        return dates.finalDue(noticeId);
    }

    /**
     * Closes the notice with the accepted national report.
     *
     * @return process instances of units that have not finished and never will
     */
    public List<String> close(long noticeId) {
        Cascade.GivenUp unfinished = cascade.giveUp(noticeId);
        notices.advance(noticeId, NoticeStatus.ISSUED, NoticeStatus.CLOSED);
        notices.closedAt(noticeId, dates.now(), unfinished.units() > 0);
        ledger.onNotice(
                noticeId,
                unfinished.units() == 0 ? Act.NOTICE_CLOSED : Act.NOTICE_CLOSED_WITH_GAPS,
                null,
                "%d 个单位未报送".formatted(unfinished.units()));
        return unfinished.instances();
    }

    /** Puts the notice away. */
    public void archive(long noticeId) {
        notices.advance(noticeId, NoticeStatus.CLOSED, NoticeStatus.ARCHIVED);
        ledger.onNotice(noticeId, Act.NOTICE_ARCHIVED, null, null);
    }

    /** Dates and the root unit of an issue. */
    @Component
    static class IssuedDates {
        private final Dues dues;
        private final Addressing addressing;
        private final Units units;
        private final Clock clock;

        IssuedDates(Dues dues, Addressing addressing, Units units, Clock clock) {
            this.dues = dues;
            this.addressing = addressing;
            this.units = units;
            this.clock = clock;
        }

        StageDue receipt(Assignment superior, Level level) {
            return dues.onArriving(superior, level);
        }

        List<Level> childrenOf(Assignment unit) {
            return units.childrenOf(unit.unitCode()).stream()
                    .map(Unit::level)
                    .distinct()
                    .toList();
        }

        Unit unit(String code) {
            return units.get(code);
        }

        LocalDate finalDue(long noticeId) {
            return addressing
                    .dueOf(noticeId, Level.HQ, Stage.REPORT)
                    .orElseThrow(
                            () -> new IllegalStateException("Notice %d has no final due date".formatted(noticeId)));
        }

        String headquarters() {
            return units.headquarters().code();
        }

        OffsetDateTime now() {
            return OffsetDateTime.now(clock);
        }
    }
}
