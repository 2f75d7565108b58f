package org.noticecascade.desk.process;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.directory.Person;
import org.noticecascade.directory.Role;
import org.noticecascade.ledger.Act;
import org.noticecascade.platform.AsSystem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the lead of a unit take a claimed task back from a colleague who is ill, travelling or gone (收回), so that
 * somebody else of the same role can claim it. The lead's deputy may do the same. Dates and contents stay.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TakingBack {
    /** More claimed tasks than this are not listed at once; those with the earliest due dates come first. */
    private static final int LISTED = 200;

    private final TaskDesk desk;
    private final Colleagues colleagues;
    private final TaskService tasks;
    private final CurrentUser user;
    private final AsSystem asSystem;

    TakingBack(TaskDesk desk, Colleagues colleagues, TaskService tasks, CurrentUser user, AsSystem asSystem) {
        this.desk = desk;
        this.colleagues = colleagues;
        this.tasks = tasks;
        this.user = user;
        this.asSystem = asSystem;
    }

    /**
     * A task that somebody else of the lead's unit has claimed.
     *
     * @param name with the notice's number
     * @param holderId user id of who holds it
     * @param holder the person, where the directory has one
     * @param due when it is due; {@code null} where it has no due date
     * @param delegated whether the holder is to give it back
     */
    public record HeldTask(
            String id,
            String name,
            String holderId,
            @Nullable Person holder,
            @Nullable Instant due,
            boolean delegated) {}

    /** The claimed tasks of the units whose lead the user is, the earliest due date first; empty for anybody else. */
    public List<HeldTask> held() {
        List<String> groups = ledUnits().stream()
                .flatMap(unit -> Stream.of(Role.values()).map(role -> role.groupOf(unit)))
                .toList();
        if (groups.isEmpty()) {
            return List.of();
        }
        return asSystem
                .call(() -> tasks.createTaskQuery()
                        .taskCandidateGroupIn(groups)
                        .includeAssignedTasks()
                        .taskAssigned()
                        .orderByDueDate()
                        .asc()
                        .listPage(0, LISTED))
                .stream()
                .filter(task -> !user.id().equals(task.getAssignee()))
                // the databases disagree on where tasks without a due date stand
                .sorted(Comparator.comparing(Task::getDueDate, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(this::heldTask)
                .toList();
    }

    private HeldTask heldTask(Task task) {
        Date due = task.getDueDate();
        return new HeldTask(
                task.getId(),
                task.getName(),
                task.getAssignee(),
                colleagues.find(task.getAssignee()),
                due == null ? null : due.toInstant(),
                TaskDesk.isDelegated(task));
    }

    /**
     * Takes the task from whoever holds it; a delegation ends.
     *
     * @throws Refusal not found for who neither sees the task nor leads its unit, forbidden for who sees it and does not
     *     lead it, conflict if nobody holds it
     */
    public void takeBack(String taskId) {
        Task task = desk.found(taskId).orElse(null);
        if (task == null || !isLed(taskId)) {
            desk.visible(taskId);
            throw Refusal.forbidden(
                    "只有本单位负责人可以收回同事已领取的任务。",
                    "Only the lead of the unit can take back a task that a colleague has claimed.");
        }
        String holder = task.getAssignee();
        if (holder == null) {
            throw Refusal.conflict("该任务尚无人领取，无需收回。", "Nobody has claimed the task; it is free.");
        }
        DeskTask held = desk.described(task);
        task.setOwner(null);
        task.setDelegationState(null);
        task.setAssignee(null);
        asSystem.run(() -> tasks.saveTask(task));
        colleagues.record(held, Act.TASK_FREED, colleagues.nameOf(holder), colleagues.nameOf(user.id()));
    }

    /** Whether the task is offered to a group of a unit whose lead the user is. */
    private boolean isLed(String taskId) {
        List<String> led = ledUnits();
        return desk.offeredTo(taskId).stream()
                .map(Role::unitOf)
                .flatMap(Optional::stream)
                .anyMatch(led::contains);
    }

    private List<String> ledUnits() {
        return user.groups().stream()
                .flatMap(group -> Role.unitOf(group)
                        .filter(unit -> Role.LEAD.groupOf(unit).equals(group))
                        .stream())
                .toList();
    }
}
