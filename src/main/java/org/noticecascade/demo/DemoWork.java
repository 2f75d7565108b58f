package org.noticecascade.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submissions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills in and completes one task of a unit's process the way a member of staff would. */
@Component
class DemoWork {
    private final TaskService tasks;
    private final Submissions submissions;
    private final WorkingCalendar calendar;
    private final Clock clock;

    DemoWork(TaskService tasks, Submissions submissions, WorkingCalendar calendar, Clock clock) {
        this.tasks = tasks;
        this.submissions = submissions;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** How many people the demo lets take part at that unit: 10 to 99, always the same for the same code. */
    static int participants(String unitCode) {
        return 10 + Math.floorMod(unitCode.hashCode(), 90);
    }

    @Transactional
    public void complete(Task task, Assignment unit) {
        LocalDate today = LocalDate.now(clock);
        switch (task.getTaskDefinitionKey()) {
            case "userTask_draftPlan" ->
                save(
                        unit,
                        Kind.PLAN,
                        Map.of(
                                "measures",
                                "一、传达学习通知精神；二、组织所属单位开展学习；三、按时汇总报送。（演示）",
                                "responsible",
                                "演示责任人",
                                "startsOn",
                                today.toString(),
                                "endsOn",
                                calendar.days().plus(today, 10).toString()));
            case "userTask_scheduleSession" ->
                save(unit, Kind.SESSION, Map.of("form", "中心组学习", "plannedOn", today.toString()));
            case "userTask_holdSession" ->
                save(
                        unit,
                        Kind.SESSION,
                        Map.of(
                                "heldOn",
                                today.toString(),
                                "participants",
                                participants(unit.unitCode()),
                                "summary",
                                "已组织集中学习并讨论落实措施。（演示）"));
            case "userTask_compileReport" ->
                save(unit, Kind.REPORT, Map.of("content", "已按通知要求组织学习，落实到位。（演示）", "problems", "无"));
            default -> {
                // a receipt or a decision: nothing to fill in
            }
        }
        tasks.complete(task.getId(), isDecision(task) ? Map.of("approved", true) : Map.of());
    }

    private static boolean isDecision(Task task) {
        String key = task.getTaskDefinitionKey();
        return key.startsWith("userTask_approve")
                || key.startsWith("userTask_review")
                || key.startsWith("userTask_confirm");
    }

    private void save(Assignment unit, Kind kind, Map<String, Object> fields) {
        submissions.work(kind).save(submissions.expect(unit.id(), kind).id(), fields);
    }
}
