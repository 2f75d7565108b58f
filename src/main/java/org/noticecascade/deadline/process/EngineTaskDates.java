package org.noticecascade.deadline.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.noticecascade.deadline.TaskDates;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.process.DayEnd;
import org.noticecascade.notice.process.NoticeProcess;
import org.noticecascade.platform.AsSystem;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Moves the engine's due dates: of tasks, and of the one timer a notice has. */
@Component
class EngineTaskDates implements TaskDates {
    /** Tasks of the superior about the unit keep their own dates. */
    private static final Set<String> OF_THE_SUPERIOR =
            Set.of(EscalationProcess.HANDLE_OVERDUE, ExtensionProcess.DECIDE_EXTENSION);

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final AsSystem asSystem;
    private final Clock clock;

    EngineTaskDates(
            @Lazy TaskService tasks,
            @Lazy RuntimeService runtime,
            @Lazy ManagementService management,
            AsSystem asSystem,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.asSystem = asSystem;
        this.clock = clock;
    }

    @Override
    public void move(Assignment unit, LocalDate due) {
        asSystem.call(() -> {
            tasks.createTaskQuery().processInstanceBusinessKey(unit.businessKey()).list().stream()
                    .filter(task -> !OF_THE_SUPERIOR.contains(task.getTaskDefinitionKey()))
                    .map(Task::getId)
                    .forEach(id -> tasks.setDueDate(id, DayEnd.ofTask(due, clock)));
            return due;
        });
    }

    @Override
    public void moveFinal(long noticeId, LocalDate due) {
        Date midnight = DayEnd.ofTimer(due, clock);
        asSystem.call(() -> {
            runtime.createProcessInstanceQuery()
                    .processDefinitionKey(NoticeProcess.KEY)
                    .processInstanceBusinessKeyLike(noticeId + "/%")
                    .list()
                    .forEach(instance -> {
                        runtime.setVariable(instance.getId(), NoticeProcess.FINAL_DUE_AT, midnight);
                        management
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .activityId(NoticeProcess.FINAL_DUE)
                                .list()
                                .forEach(job -> management.setJobDuedate(job.getId(), midnight, false));
                    });
            return midnight;
        });
    }
}
