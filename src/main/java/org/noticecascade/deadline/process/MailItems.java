package org.noticecascade.deadline.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.deadline.OpenItems.OpenItem;
import org.noticecascade.directory.Person;
import org.noticecascade.mail.DayLabel;
import org.noticecascade.mail.MailItem;
import org.noticecascade.mail.MailItem.Light;
import org.noticecascade.mail.MailLinks;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Stage;
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

    private final TaskService tasks;
    private final MailLinks links;
    private final WorkingCalendar calendar;
    private final Clock clock;

    MailItems(TaskService tasks, MailLinks links, WorkingCalendar calendar, Clock clock) {
        this.tasks = tasks;
        this.links = links;
        this.calendar = calendar;
        this.clock = clock;
    }

    MailItem of(OpenItem item, Person reader) {
        return new MailItem(
                item.noticeNumber(),
                item.noticeTitle(),
                item.unitName(),
                label(item.stage(), reader),
                DayLabel.of(item.due(), reader),
                calendar.days().between(LocalDate.now(clock), item.due()),
                Light.valueOf(item.light()),
                link(item, reader));
    }

    private static String label(Stage stage, Person reader) {
        return "en".equals(reader.language()) ? ENGLISH.getOrDefault(stage, stage.label()) : stage.label();
    }

    private String link(OpenItem item, Person reader) {
        if (!Assignments.unitCodeIn(item.businessKey()).equals(reader.unitCode())) {
            return links.tasks();
        }
        return tasks.createTaskQuery().processInstanceBusinessKey(item.businessKey()).active().listPage(0, 1).stream()
                .map(Task::getId)
                .map(links::task)
                .findFirst()
                .orElseGet(links::tasks);
    }
}
