package org.noticecascade.desk.process;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.directory.Person;
import org.noticecascade.ledger.Act;
import org.noticecascade.platform.AsSystem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands a task to a colleague of the same unit and role: for good (转办), or to be given back (委托). Neither moves a
 * due date, and nobody outside the unit can get the task; the engine's own calls for this stay closed to staff.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HandOver {
    private final TaskDesk desk;
    private final Colleagues colleagues;
    private final TaskService tasks;
    private final CurrentUser user;
    private final AsSystem asSystem;

    HandOver(TaskDesk desk, Colleagues colleagues, TaskService tasks, CurrentUser user, AsSystem asSystem) {
        this.desk = desk;
        this.colleagues = colleagues;
        this.tasks = tasks;
        this.user = user;
        this.asSystem = asSystem;
    }

    /**
     * Who holds a task, and whom it may be handed to.
     *
     * @param assigneeId user id; {@code null} while nobody has claimed it
     * @param assignee the person, where the directory has one
     * @param owner who gets it back, while it is delegated
     * @param others active persons of the unit who have the role, without the current user and the holder
     */
    public record Hands(
            @Nullable String assigneeId,
            @Nullable Person assignee,
            @Nullable Person owner,
            boolean delegated,
            List<Person> others) {}

    /** Answers for whoever may see the task. */
    public Hands of(String taskId) {
        desk.visible(taskId);
        Task task = find(taskId);
        String assignee = task.getAssignee();
        List<Person> others = colleagues.of(desk.offeredTo(taskId)).stream()
                .filter(person -> !person.userId().equals(user.id()))
                .filter(person -> !person.userId().equals(assignee))
                .toList();
        return new Hands(
                assignee,
                colleagues.find(assignee),
                TaskDesk.isDelegated(task) ? colleagues.find(task.getOwner()) : null,
                TaskDesk.isDelegated(task),
                others);
    }

    /**
     * Gives the task to a colleague for good.
     *
     * @throws Refusal if the task is not the user's to give, delegated, or {@code to} is no colleague for it
     */
    public void transfer(String taskId, String to, @Nullable String reason) {
        DeskTask held = givable(taskId);
        Person colleague = colleague(taskId, to);
        asSystem.call(() -> {
            if (held.assignee() == null) {
                tasks.claim(taskId, to); // refuses where somebody was quicker
            } else {
                tasks.setAssignee(taskId, to);
            }
            return to;
        });
        String words = reason == null || reason.isBlank() ? "" : "：" + reason.strip();
        colleagues.record(held, Act.TASK_TRANSFERRED, holder(held), colleague.name() + words);
    }

    /**
     * Lets a colleague work on the task; it comes back before it can be completed.
     *
     * @throws Refusal as {@link #transfer}
     */
    public void delegate(String taskId, String to) {
        DeskTask held = givable(taskId);
        Person colleague = colleague(taskId, to);
        String owner = user.id();
        asSystem.call(() -> {
            if (held.assignee() == null) {
                tasks.claim(taskId, owner);
            }
            tasks.delegateTask(taskId, to);
            return to;
        });
        colleagues.record(held, Act.TASK_DELEGATED, holder(held), colleague.name());
    }

    /**
     * Gives a delegated task back to its owner, who may also fetch it.
     *
     * @throws Refusal if it is not delegated, or neither to nor by the user
     */
    public void resolve(String taskId) {
        DeskTask held = desk.visible(taskId);
        Task task = find(taskId);
        if (!TaskDesk.isDelegated(task)) {
            throw Refusal.conflict("该任务没有委托他人办理，无需交回。", "The task is not delegated.");
        }
        if (!user.id().equals(task.getAssignee()) && !user.id().equals(task.getOwner())) {
            throw Refusal.forbidden("只有委托人和受托人可以交回该任务。", "Only its owner and its delegate can give the task back.");
        }
        asSystem.call(() -> {
            tasks.resolveTask(taskId);
            return taskId;
        });
        colleagues.record(held, Act.TASK_RESOLVED, holder(held), colleagues.nameOf(task.getOwner()));
    }

    private DeskTask givable(String taskId) {
        DeskTask held = desk.writable(taskId);
        if (TaskDesk.isDelegated(find(taskId))) {
            throw Refusal.conflict("该任务是委托办理的，请先交回委托人。", "The task is delegated; give it back first.");
        }
        return held;
    }

    private Person colleague(String taskId, String to) {
        return colleagues.of(desk.offeredTo(taskId)).stream()
                .filter(person -> person.userId().equals(to) && !to.equals(user.id()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "“%s”不是本单位可以办理该任务的其他在职人员，请重新选择。".formatted(to),
                        "'%s' is no other active person of the unit who has the role for this task.".formatted(to)));
    }

    private Task find(String taskId) {
        return desk.found(taskId).orElseThrow();
    }

    private String holder(DeskTask held) {
        return colleagues.nameOf(held.assignee() == null ? user.id() : held.assignee());
    }
}
