package org.noticecascade.platform;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;

/**
 * Lets people claim tasks for themselves only. The engine takes any user id from whoever may claim, even one of
 * another unit, who could then neither see nor give back the task. Handing it to a colleague goes through our own
 * service; so does giving a delegated task back, which submitting its form would do without a record. Until then the
 * delegate does not complete it. Only who is in the task's group claims or completes it, whoever held it once.
 */
final class OwnClaims extends AbstractBpmnParseListener implements TaskListener {
    private static final Refusal NOT_YOURS = Refusal.forbidden(
            "您已不在可以办理该任务的人员之列，请刷新任务列表。", "You are no longer among those who may do this task. Refresh the list.");
    private static final Refusal FOR_OTHERS = Refusal.forbidden("只能为自己领取任务，不能代他人领取。", "Claim tasks for yourself only.");

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior task) {
            task.getTaskDefinition().addTaskListener(EVENTNAME_ASSIGNMENT, this);
            task.getTaskDefinition().addTaskListener(EVENTNAME_UPDATE, this);
            task.getTaskDefinition().addTaskListener(EVENTNAME_COMPLETE, this);
        }
    }

    @Override
    public void notify(DelegateTask task) {
        Authentication user =
                task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        if (user == null) {
            return;
        }
        Refusal refusal = refusalFor(task, user);
        if (refusal != null) {
            EngineErrors.remember(refusal);
            throw new BadUserRequestException(refusal.chinese(), refusal);
        }
    }

    private static @Nullable Refusal refusalFor(DelegateTask task, Authentication user) {
        String userId = user.getUserId();
        DelegationState delegation = task instanceof Task open ? open.getDelegationState() : null;
        boolean foreign = task.getAssignee() != null && !userId.equals(task.getAssignee());
        String event = task.getEventName();
        if (event == null) {
            // seen when two people handle a task in one moment: the engine has left the event of the first listener
            return delegation == DelegationState.PENDING ? EngineWords.DELEGATED : null;
        }
        return switch (event) {
            case EVENTNAME_COMPLETE ->
                delegation == DelegationState.PENDING ? EngineWords.DELEGATED : mayDo(task, user) ? null : NOT_YOURS;
            // submitting the form of a delegated task gives it to its owner and says nothing
            case EVENTNAME_UPDATE -> delegation == DelegationState.RESOLVED && foreign ? EngineWords.DELEGATED : null;
            default -> foreign ? FOR_OTHERS : task.getAssignee() == null || mayDo(task, user) ? null : NOT_YOURS;
        };
    }

    /**
     * The engine lets everybody do a task who ever held it: what it permits a person with the assignment it never takes
     * back. A deputy whose range has ended, or who was moved to another unit, is told by the groups. A task without any has
     * just been completed by somebody else, which the engine says better.
     */
    private static boolean mayDo(DelegateTask task, Authentication user) {
        List<String> groups = user.getGroupIds() == null ? List.of() : user.getGroupIds();
        Set<IdentityLink> candidates = task.getCandidates();
        return candidates.isEmpty()
                || groups.contains(Groups.CAMUNDA_ADMIN)
                || candidates.stream().anyMatch(link -> groups.contains(link.getGroupId()));
    }
}
