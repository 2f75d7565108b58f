package org.noticecascade.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.noticecascade.PlainText;
import org.noticecascade.Refusal;
import org.noticecascade.desk.process.HandOver;
import org.noticecascade.desk.process.HandOver.Hands;
import org.noticecascade.directory.Person;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Handing a task to a colleague of the same unit; every answer says who holds it now. */
@Tag(name = "待办任务", description = "Tasks and their forms")
@RestController
@RequestMapping({"/api/tasks/{taskId}", "/camunda/api/cascade/tasks/{taskId}"})
class HandOverController {
    private static final int LONGEST_REASON = 500;

    private final HandOver handOver;
    private final CurrentUser user;

    HandOverController(HandOver handOver, CurrentUser user) {
        this.handOver = handOver;
        this.user = user;
    }

    record PersonView(String userId, String name) {}

    /**
     * @param assignee who works on it; {@code null} while nobody has claimed it
     * @param owner who gets it back; {@code null} unless it is delegated
     * @param mayGive whether the caller may transfer or delegate it
     * @param mayResolve whether the caller may give it back, or fetch it
     * @param mayFetch whether that would be fetching it: the caller is its owner
     */
    record HandsView(
            @Nullable PersonView assignee,
            @Nullable PersonView owner,
            boolean delegated,
            boolean mayGive,
            boolean mayResolve,
            boolean mayFetch,
            List<PersonView> colleagues) {}

    record Transfer(@NotBlank String to, @Nullable String reason) {}

    record Delegation(@NotBlank String to) {}

    @Operation(summary = "可以转办、委托的本单位同事 · Colleagues the task may be handed to, and who holds it")
    @GetMapping("/colleagues")
    @Transactional
    public HandsView colleagues(@PathVariable String taskId) {
        return view(handOver.of(taskId));
    }

    @Operation(summary = "转办给本单位同事 · Transfer the task to a colleague for good")
    @PostMapping("/transfer")
    @Transactional
    public HandsView transfer(@PathVariable String taskId, @Valid @RequestBody Transfer transfer) {
        String reason = transfer.reason();
        if (reason != null && (reason.length() > LONGEST_REASON || !PlainText.isStorable(reason))) {
            throw Refusal.invalid(
                    "转办说明最多 %d 字，且不能含有控制字符。".formatted(LONGEST_REASON),
                    "The reason may have %d characters and no control characters.".formatted(LONGEST_REASON));
        }
        handOver.transfer(taskId, transfer.to(), reason);
        return view(handOver.of(taskId));
    }

    @Operation(summary = "委托本单位同事办理 · Delegate the task to a colleague, who gives it back")
    @PostMapping("/delegate")
    @Transactional
    public HandsView delegate(@PathVariable String taskId, @Valid @RequestBody Delegation delegation) {
        handOver.delegate(taskId, delegation.to());
        return view(handOver.of(taskId));
    }

    @Operation(summary = "交回委托的任务 · Give a delegated task back to its owner")
    @PostMapping("/resolve")
    @Transactional
    public HandsView resolve(@PathVariable String taskId) {
        handOver.resolve(taskId);
        return view(handOver.of(taskId));
    }

    private HandsView view(Hands hands) {
        String me = user.id();
        PersonView assignee = person(hands.assignee());
        PersonView owner = person(hands.owner());
        boolean mine = assignee != null && assignee.userId().equals(me);
        boolean owned = owner != null && owner.userId().equals(me);
        return new HandsView(
                assignee,
                owner,
                hands.delegated(),
                !hands.delegated() && (mine || hands.assigneeId() == null),
                hands.delegated() && (mine || owned),
                hands.delegated() && owned && !mine,
                hands.others().stream()
                        .map(other -> new PersonView(other.userId(), other.name()))
                        .toList());
    }

    private static @Nullable PersonView person(@Nullable Person person) {
        return person == null ? null : new PersonView(person.userId(), person.name());
    }
}
