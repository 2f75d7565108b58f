package org.noticecascade.notice;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.directory.Level;
import org.noticecascade.notice.GrantedTime.Grant;
import org.springframework.stereotype.Component;

/**
 * The dates a notice sets, as they are for one unit: later by what was granted to units above it for those below as
 * well, but no later than the superior's report, and never earlier than the notice says.
 *
 * <p>Nothing is written down per unit: units that have no part yet are reached too, and a recalculated calendar counts.
 */
@Component
class UnitDates {
    private final Addressing addressing;
    private final Assignments assignments;
    private final GrantedTime granted;
    private final WorkingCalendar calendar;

    UnitDates(Addressing addressing, Assignments assignments, GrantedTime granted, WorkingCalendar calendar) {
        this.addressing = addressing;
        this.assignments = assignments;
        this.granted = granted;
        this.calendar = calendar;
    }

    /** The day that stage is due for the unit; empty where the notice sets none. */
    Optional<StageDue> of(Assignment unit, Stage stage) {
        List<Assignment> line = assignments.lineOf(unit);
        List<Grant> grants = grantsTo(line);
        Optional<LocalDate> own = grants.stream()
                .filter(grant -> grant.assignmentId() == unit.id() && grant.stage() == stage)
                .map(Grant::until)
                .max(Comparator.naturalOrder());
        return due(lineOf(above(unit, line), grants, unit.noticeId()), unit.level(), stage)
                .map(due -> own.filter(day -> day.isAfter(due.due()))
                        .map(day -> new StageDue(day, due.original(), false))
                        .orElse(due));
    }

    /** The day that stage is due for units of that level directly below {@code superior}. */
    Optional<StageDue> below(Assignment superior, Level level, Stage stage) {
        List<Assignment> line = assignments.lineOf(superior);
        return due(lineOf(line, grantsTo(line), superior.noticeId()), level, stage);
    }

    /**
     * The day by which the next step needs what that stage yields: the unit's own report, and for a report the
     * superior's; empty where the notice sets none.
     */
    Optional<LocalDate> neededBy(Assignment unit, Stage stage) {
        List<Assignment> superiors = above(unit, assignments.lineOf(unit));
        Line line = lineOf(superiors, grantsTo(superiors), unit.noticeId());
        return stage == Stage.REPORT ? line.lastReport() : line.report(unit.level());
    }

    private static Optional<StageDue> due(Line line, Level level, Stage stage) {
        return line.due(level, stage, stage == Stage.REPORT ? line.lastReport() : line.report(level));
    }

    private static List<Assignment> above(Assignment unit, List<Assignment> line) {
        return line.stream().filter(part -> part.id() != unit.id()).toList();
    }

    /** What was granted to these parts; nothing is granted to headquarters, which is in no line. */
    private List<Grant> grantsTo(List<Assignment> line) {
        return line.isEmpty()
                ? List.of()
                : granted.to(line.stream().map(Assignment::id).toList());
    }

    private Line lineOf(List<Assignment> superiors, List<Grant> grants, long noticeId) {
        Map<Long, Integer> days =
                grants.stream().collect(groupingBy(Grant::assignmentId, summingInt(Grant::daysBelow)));
        List<Due> set = addressing.duesOf(noticeId);
        Line line = new Line(set, 0, Due.find(set, Level.HQ, Stage.REPORT));
        for (Assignment superior : superiors) {
            line = new Line(set, line.days + days.getOrDefault(superior.id(), 0), line.report(superior.level()));
        }
        return line;
    }

    /** What comes down from above to one unit: working days more, and the report nobody below may be later than. */
    private final class Line {
        private final List<Due> set;
        private final int days;
        private final Optional<LocalDate> bound;

        private Line(List<Due> set, int days, Optional<LocalDate> bound) {
            this.set = set;
            this.days = days;
            this.bound = bound;
        }

        private Optional<LocalDate> lastReport() {
            return bound;
        }

        /** The report of a unit of that level; where the notice sets none, what is above holds. */
        private Optional<LocalDate> report(Level level) {
            return due(level, Stage.REPORT, bound).map(StageDue::due).or(() -> bound);
        }

        private Optional<StageDue> due(Level level, Stage stage, Optional<LocalDate> latest) {
            return Due.find(set, level, stage).map(own -> {
                LocalDate wanted = days == 0 ? own : calendar.days().plus(own, days);
                LocalDate day = latest.filter(wanted::isAfter).orElse(wanted);
                return new StageDue(StageDue.later(own, day), own, !day.equals(wanted));
            });
        }
    }
}
