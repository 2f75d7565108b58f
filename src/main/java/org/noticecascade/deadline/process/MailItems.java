package org.noticecascade.deadline.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.deadline.OpenItems.OpenItem;
import org.noticecascade.deadline.OpenItems.Urge;
import org.noticecascade.directory.Person;
import org.noticecascade.directory.Role;
import org.noticecascade.mail.DayLabel;
import org.noticecascade.mail.MailItem;
import org.noticecascade.mail.MailItem.Light;
import org.noticecascade.mail.MailLinks;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Notice;
import org.noticecascade.notice.Stage;
import org.noticecascade.notice.Submission;
import org.springframework.stereotype.Component;

/** An open item as a mail shows it to one reader, with the way to the task where it is the reader's own unit's. */
@Component
class MailItems {
    private static final Map<Stage, String> ENGLISH = Map.of(
            Stage.RECEIPT, "receipt",
            Stage.PLAN, "plan",
            Stage.STUDY, "study session",
            Stage.REVIEW, "review",
            Stage.REPORT, "report");

    private static final Map<Submission.Kind, String> ENGLISH_WORK = Map.of(
            Submission.Kind.PLAN, "plan",
            Submission.Kind.SESSION, "study session",
            Submission.Kind.REPORT, "report");

    /** Tasks with the unit's business key that are not the unit's. */
    private static final String[] OF_THE_SUPERIOR = {
        EscalationProcess.HANDLE_OVERDUE,
        ExtensionProcess.DECIDE_EXTENSION,
        "userTask_reviewPlan",
        "userTask_reviewReport"
    };

    private final TaskService tasks;
    private final MailLinks links;
    private final WorkingCalendar calendar;
    private final UrgeLabels urges;
    private final Clock clock;

    MailItems(TaskService tasks, MailLinks links, WorkingCalendar calendar, UrgeLabels urges, Clock clock) {
        this.tasks = tasks;
        this.links = links;
        this.calendar = calendar;
        this.urges = urges;
        this.clock = clock;
    }

    MailItem of(OpenItem item, Person reader) {
        return of(item, null, reader);
    }

    /** The same with who urged, if somebody did. */
    MailItem of(OpenItem item, @Nullable Urge urge, Person reader) {
        Way way = way(item.businessKey(), reader);
        return new MailItem(
                item.noticeNumber(),
                item.noticeTitle(),
                item.unitName(),
                label(item.stage(), reader),
                dueLabel(item.due(), reader),
                calendar.days().between(LocalDate.now(clock), item.due()),
                Light.valueOf(item.light()),
                way.link(),
                urge == null ? "" : urges.label(urge, reader),
                false,
                way.waitsFor());
    }

    /** An overdue stage of a unit below that the reader's unit has to decide on, with the way to that decision. */
    MailItem toHandle(OpenItem item, Person reader) {
        return of(item, reader)
                .toHandleAt(firstOf(tasks.createTaskQuery()
                        .processInstanceBusinessKey(item.businessKey())
                        .taskDefinitionKey(EscalationProcess.HANDLE_OVERDUE)));
    }

    /** What came back, called by what it is: a session is returned in the stage of studying. */
    MailItem returned(OpenItem item, Submission.Kind kind, Person reader) {
        return of(item, reader)
                .called(isEnglish(reader) ? ENGLISH_WORK.getOrDefault(kind, kind.label()) : kind.label());
    }

    /** The draft of a notice, which has no due date. */
    MailItem draft(Notice notice, Person reader) {
        String number = notice.documentNumber();
        String title = notice.title();
        return new MailItem(
                number == null ? "" : number,
                title == null ? "" : title,
                urges.unitOf(reader),
                isEnglish(reader) ? "draft notice" : "通知草稿",
                "",
                0,
                Light.GREEN,
                way(notice.id() + "/" + reader.unitCode(), reader).link());
    }

    /** The day, and whether it may still move because its year has no arrangement yet. */
    String dueLabel(LocalDate due, Person reader) {
        return calendar.days().isProvisional(due) ? DayLabel.provisional(due, reader) : DayLabel.of(due, reader);
    }

    private static boolean isEnglish(Person reader) {
        return "en".equals(reader.language());
    }

    private static String label(Stage stage, Person reader) {
        return isEnglish(reader) ? ENGLISH.getOrDefault(stage, stage.label()) : stage.label();
    }

    /** Where the item leads, and whose turn it is if it is not the reader's: that task would not open for them. */
    private record Way(String link, String waitsFor) {}

    private Way way(String businessKey, Person reader) {
        if (!Assignments.unitCodeIn(businessKey).equals(reader.unitCode())) {
            return new Way(links.tasks(), "");
        }
        List<String> groups = reader.roles().stream()
                .map(role -> role.groupOf(reader.unitCode()))
                .toList();
        Optional<Task> open = groups.isEmpty()
                ? Optional.empty()
                : first(ofTheUnit(businessKey).taskCandidateGroupIn(groups).includeAssignedTasks());
        return open.map(task -> new Way(links.task(task.getId()), ""))
                .orElseGet(() -> new Way(
                        links.tasks(),
                        first(ofTheUnit(businessKey))
                                .map(task -> waitsFor(task, reader))
                                .orElse("")));
    }

    private TaskQuery ofTheUnit(String businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).taskDefinitionKeyNotIn(OF_THE_SUPERIOR);
    }

    private String waitsFor(Task task, Person reader) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .flatMap(link -> Arrays.stream(Role.values())
                        .filter(role -> role.groupOf(reader.unitCode()).equals(link.getGroupId())))
                .findFirst()
                .map(role -> isEnglish(reader)
                        ? "waits for your unit's %s".formatted(role.name().toLowerCase(Locale.ROOT))
                        : "待本单位%s办理".formatted(role.label()))
                .orElse("");
    }

    private String firstOf(TaskQuery query) {
        return first(query).map(Task::getId).map(links::task).orElseGet(links::tasks);
    }

    private static Optional<Task> first(TaskQuery query) {
        return query.active().listPage(0, 1).stream().findFirst();
    }
}
