package org.noticecascade.desk.process;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.platform.AsSystem;
import org.noticecascade.platform.LogContext;
import org.springframework.stereotype.Component;

/**
 * Finds open tasks for their forms. The engine decides who may see a task; only those it is offered or assigned to
 * may write into it.
 */
@Component
public class TaskDesk {
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Assignments assignments;
    private final CurrentUser user;
    private final AsSystem asSystem;

    TaskDesk(TaskService tasks, RuntimeService runtime, Assignments assignments, CurrentUser user, AsSystem asSystem) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.assignments = assignments;
        this.user = user;
        this.asSystem = asSystem;
    }

    /**
     * Returns a task the current user may see.
     *
     * @throws Refusal the same for one that is done, unknown or hidden
     */
    public DeskTask visible(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).initializeFormKeys().singleResult();
        if (task == null) {
            throw Refusal.notFound(
                    "该任务已办结、已撤回或不存在，请刷新任务列表。", "The task is done, withdrawn or unknown. Refresh the list.");
        }
        return described(task);
    }

    /** What a task is about, without asking whether the current user may see it. */
    DeskTask described(Task task) {
        String businessKey = asSystem.call(() -> runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
        LogContext.about(businessKey);
        long noticeId = Assignments.noticeIdIn(businessKey);
        String key = task.getTaskDefinitionKey();
        return new DeskTask(
                task.getId(),
                key.substring(key.indexOf('_') + 1),
                task.getName(),
                assignments
                        .find(noticeId, Assignments.unitCodeIn(businessKey))
                        .map(Assignment::id)
                        .orElse(null),
                noticeId,
                Assignments.unitCodeIn(businessKey),
                task.getAssignee());
    }

    /**
     * Returns a task the current user may write into: offered to one of their groups of today, and taken by them or by
     * nobody. Administrators may write into what they have taken.
     *
     * @throws Refusal if it is hidden, taken by somebody else, or not theirs to work on
     */
    public DeskTask writable(String taskId) {
        DeskTask task = visible(taskId);
        boolean taken = user.id().equals(task.assignee());
        if (task.assignee() != null && !taken) {
            throw Refusal.conflict(
                    "该任务已由他人领取，未作更改；请先与对方沟通，或请其退回领取。", "Somebody else has claimed the task; nothing was changed.");
        }
        if (!(taken && user.isAdministrator()) && !isOffered(taskId)) {
            throw Refusal.forbidden("您无权办理该任务：它不属于您的单位或角色。", "The task belongs to another unit or role.");
        }
        return task;
    }

    private boolean isOffered(String taskId) {
        Set<String> groups = user.groups();
        return offeredTo(taskId).stream().anyMatch(groups::contains);
    }

    /** The candidate groups of a task, whoever may see it. */
    List<String> offeredTo(String taskId) {
        return asSystem.call(() -> tasks.getIdentityLinksForTask(taskId).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList());
    }

    /** The engine's task, whoever may see it. */
    Optional<Task> found(String taskId) {
        return Optional.ofNullable(
                asSystem.call(() -> tasks.createTaskQuery().taskId(taskId).singleResult()));
    }

    /** Whether whoever holds the task is to give it back before it can be completed. */
    static boolean isDelegated(Task task) {
        return task.getDelegationState() == DelegationState.PENDING;
    }
}
