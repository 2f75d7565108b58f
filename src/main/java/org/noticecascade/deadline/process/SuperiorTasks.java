package org.noticecascade.deadline.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.deadline.Escalations;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.StageLeft;
import org.noticecascade.platform.AsSystem;
import org.noticecascade.platform.InStead;
import org.springframework.stereotype.Component;

/**
 * Decides, without Tasklist, what waits in a task of the superior: completes that very task, so that whoever comes
 * second by either way is refused and nothing is done twice.
 */
@Component
public class SuperiorTasks {
    private final TaskService tasks;
    private final Escalations escalations;
    private final CurrentUser user;
    private final AsSystem asSystem;
    private final InStead inStead;

    SuperiorTasks(TaskService tasks, Escalations escalations, CurrentUser user, AsSystem asSystem, InStead inStead) {
        this.tasks = tasks;
        this.escalations = escalations;
        this.user = user;
        this.asSystem = asSystem;
        this.inStead = inStead;
    }

    /** Whether an overdue stage of that unit waits for a measure. */
    public boolean isEscalated(Assignment unit) {
        return !escalations.instancesOf(StageLeft.of(unit)).isEmpty();
    }

    /**
     * Takes a measure on an overdue stage.
     *
     * @param newDue {@code yyyy-mm-dd}
     * @throws Refusal if nothing is escalated, somebody else has claimed the task, or the measure is not complete
     */
    public void handle(Assignment unit, @Nullable String measure, @Nullable String reason, @Nullable String newDue) {
        Map<String, Object> answer = new HashMap<>();
        answer.put(EscalationProcess.MEASURE, measure);
        answer.put(EscalationProcess.REASON, reason);
        answer.put(EscalationProcess.NEW_DUE, newDue);
        List<String> instances = escalations.instancesOf(StageLeft.of(unit));
        complete(unit, EscalationProcess.HANDLE_OVERDUE, instances, answer);
    }

    /**
     * Agrees to a request for more time, or refuses it with a reason.
     *
     * @throws Refusal if no request waits, somebody else has claimed the task, or the reason is missing
     */
    public void decideExtension(Assignment unit, @Nullable Boolean approved, @Nullable String reason) {
        Map<String, Object> answer = new HashMap<>();
        answer.put("approved", approved);
        answer.put("reason", reason);
        complete(unit, ExtensionProcess.DECIDE_EXTENSION, null, answer);
    }

    private void complete(
            Assignment unit, String definition, @Nullable List<String> instances, Map<String, Object> answer) {
        Task task = asSystem.call(() -> open(unit, definition, instances));
        requireUnclaimed(task);
        try {
            inStead.of(asSystem.call(() -> candidatesOf(task)), () -> {
                tasks.complete(task.getId(), answer);
                return task;
            });
        } catch (BadUserRequestException refused) {
            throw refused.getCause() instanceof Refusal refusal ? refusal : refused;
        } catch (NullValueException somebodyElseJustDid) {
            throw nothingWaits();
        }
    }

    private static Refusal nothingWaits() {
        return Refusal.conflict(
                "没有待处理的事项：可能已由他人处理，或该单位已先行办理，请刷新。",
                "Nothing waits to be decided: somebody else may have done it, or the unit has gone on. Refresh.");
    }

    private Task open(Assignment unit, String definition, @Nullable List<String> instances) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(unit.businessKey())
                .taskDefinitionKey(definition)
                .list()
                .stream()
                .filter(task -> instances == null || instances.contains(task.getProcessInstanceId()))
                .findFirst()
                .orElseThrow(SuperiorTasks::nothingWaits);
    }

    private String candidatesOf(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(link -> link.getGroupId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(SuperiorTasks::nothingWaits);
    }

    private void requireUnclaimed(Task task) {
        if (task.getAssignee() != null && !task.getAssignee().equals(user.id())) {
            throw Refusal.conflict(
                    "该事项已由他人（%s）领取，请先与对方沟通。".formatted(task.getAssignee()),
                    "%s has claimed this task; talk to them first.".formatted(task.getAssignee()));
        }
    }
}
