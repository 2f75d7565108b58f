package org.noticecascade.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.directory.Level;
import org.springframework.stereotype.Component;

/** Proposes due dates when a notice is drafted and fixes them when a unit enters a stage. */
@Component
public class Dues {
    private final UnitDates dates;
    private final DuePolicy policy;
    private final WorkingCalendar calendar;
    private final DeadlineProperties properties;
    private final Clock clock;

    Dues(UnitDates dates, DuePolicy policy, WorkingCalendar calendar, DeadlineProperties properties, Clock clock) {
        this.dates = dates;
        this.policy = policy;
        this.calendar = calendar;
        this.properties = properties;
        this.clock = clock;
    }

    /** The level and stages that need a date for a notice that goes down to {@code downTo}. */
    public static Set<Due> needed(Level downTo) {
        LocalDate none = LocalDate.EPOCH;
        Set<Due> needed = new LinkedHashSet<>();
        for (Level level : Level.values()) {
            if (level == Level.HQ || (level != Level.DEPARTMENT && level.depth() > downTo.depth())) {
                continue;
            }
            needed.add(new Due(level, Stage.RECEIPT, none));
            needed.add(new Due(level, level == Level.PROVINCE ? Stage.PLAN : Stage.STUDY, none));
            needed.add(new Due(level, Stage.REPORT, none));
        }
        needed.add(new Due(Level.HQ, Stage.REPORT, none));
        return needed;
    }

    /**
     * Proposes a date for every stage from {@code deadline-policy.dmn}, in working days after the issue date or after
     * today, whichever is later.
     */
    public List<Due> propose(LocalDate issueDate, Urgency urgency, Level downTo) {
        LocalDate today = LocalDate.now(clock);
        LocalDate start = issueDate.isBefore(today) ? today : issueDate;
        List<Due> proposed = new ArrayList<>();
        for (Due need : needed(downTo)) {
            int workingDays = policy.workingDays(urgency, need.level(), need.stage());
            proposed.add(new Due(need.level(), need.stage(), calendar.days().plus(start, workingDays)));
        }
        return proposed;
    }

    /**
     * Proposes dates that end with the national report on {@code national} and leave every tier its minimum.
     *
     * @throws org.noticecascade.Refusal if there is too little time, with the numbers
     */
    public List<Due> proposeBackwards(LocalDate issueDate, LocalDate national, Urgency urgency, Level downTo) {
        LocalDate today = LocalDate.now(clock);
        LocalDate start = issueDate.isBefore(today) ? today : issueDate;
        return new BackwardsPlan(policy, calendar.days(), urgency).propose(start, national, downTo);
    }

    /**
     * The due date of a stage that a unit enters today: the notice's own and what was granted on top of it, but never
     * less than {@code cascade.deadline.late-arrival-days} away, so that nobody is late for what reached them late.
     */
    StageDue onEntering(Assignment unit, Stage stage) {
        return atLeast(properties.lateArrivalDays(), dates.of(unit, stage));
    }

    /** The same for the receipt of units of that level which {@code superior} brings in today. */
    StageDue onArriving(Assignment superior, Level level) {
        return atLeast(properties.lateArrivalDays(), dates.below(superior, level, Stage.RECEIPT));
    }

    /**
     * The new due date of what a superior has just returned: {@code cascade.deadline.after-return-days} from today, or
     * the date it had anyway where that is later; a return takes no time away.
     */
    StageDue afterReturn(Assignment unit, Stage stage) {
        return atLeast(properties.afterReturnDays(), dates.of(unit, stage));
    }

    /** The day by which the next step needs what that stage of the unit yields. */
    public Optional<LocalDate> neededBy(Assignment unit, Stage stage) {
        return dates.neededBy(unit, stage);
    }

    private StageDue atLeast(int workingDays, Optional<StageDue> set) {
        LocalDate earliest = calendar.days().plus(LocalDate.now(clock), workingDays);
        return set.map(due -> due.notBefore(earliest)).orElse(StageDue.of(earliest));
    }

    /** The day by which a superior should decide. */
    public LocalDate forReview() {
        return calendar.days().plus(LocalDate.now(clock), properties.reviewDays());
    }
}
