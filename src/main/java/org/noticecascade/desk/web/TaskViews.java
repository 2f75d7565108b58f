package org.noticecascade.desk.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noticecascade.desk.process.DeskTask;
import org.noticecascade.desk.web.TaskView.UnitView;
import org.noticecascade.directory.Unit;
import org.noticecascade.directory.Units;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Submission;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submissions;
import org.springframework.stereotype.Component;

/** Puts together what a task's form shows. */
@Component
class TaskViews {
    private final Assignments assignments;
    private final Submissions submissions;
    private final Units units;
    private final TaskSurroundings surroundings;
    private final DueViews dues;

    TaskViews(
            Assignments assignments,
            Submissions submissions,
            Units units,
            TaskSurroundings surroundings,
            DueViews dues) {
        this.assignments = assignments;
        this.submissions = submissions;
        this.units = units;
        this.surroundings = surroundings;
        this.dues = dues;
    }

    TaskView of(DeskTask task) {
        Assignment unit = task.assignmentId() == null ? null : assignments.get(task.assignmentId());
        List<Submission> versions = versions(task, unit);
        LocalDate due = unit == null ? null : unit.dueDate();
        return new TaskView(
                task.id(),
                task.key(),
                task.name(),
                task.assignmentId(),
                task.noticeId(),
                unit == null ? null : unit.stage(),
                unit == null ? null : unit.stage().label(),
                due,
                dues.label(due),
                unit == null ? null : unit.originalDue(),
                dues.workingDaysLeft(due),
                dues.isProvisional(due),
                due == null ? null : dues.light(due),
                unit == null ? null : view(units.get(unit.unitCode())),
                superior(unit),
                surroundings.notice(task.noticeId()),
                versions.isEmpty() ? null : contents(versions.get(0)),
                versions.isEmpty() ? null : versions.get(0).revision(),
                versions.stream().skip(1).map(this::version).toList(),
                unit != null && task.kind().equals(Optional.of(Kind.REPORT)) ? surroundings.rollup(unit) : null,
                surroundings.acts(task.noticeId(), task.assignmentId()));
    }

    private List<Submission> versions(DeskTask task, @Nullable Assignment unit) {
        return unit == null
                ? List.of()
                : task.kind().map(kind -> submissions.versions(unit.id(), kind)).orElse(List.of());
    }

    private Map<String, Object> contents(Submission submission) {
        return submissions.work(submission.kind()).read(submission.id());
    }

    private TaskView.VersionView version(Submission submission) {
        return new TaskView.VersionView(
                submission.version(),
                submission.status(),
                submission.status().label(),
                surroundings.nameOf(submission.submittedBy()),
                submission.submittedAt(),
                submission.returnReason(),
                surroundings.nameOf(submission.decidedBy()),
                submission.decidedAt(),
                contents(submission));
    }

    private @Nullable UnitView superior(@Nullable Assignment unit) {
        String parent = unit == null ? null : units.get(unit.unitCode()).parentCode();
        return parent == null ? null : view(units.get(parent));
    }

    private static UnitView view(Unit unit) {
        return new UnitView(unit.code(), unit.name(), unit.level(), unit.level().label());
    }
}
