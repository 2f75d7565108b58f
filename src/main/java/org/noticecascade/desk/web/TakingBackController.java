package org.noticecascade.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.desk.process.TakingBack;
import org.noticecascade.desk.process.TakingBack.HeldTask;
import org.noticecascade.directory.Person;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What colleagues have claimed, for the lead who must find another hand. */
@Tag(name = "待办任务", description = "Tasks and their forms")
@RestController
@RequestMapping({"/api/tasks", "/camunda/api/cascade/tasks"})
class TakingBackController {
    private final TakingBack takingBack;
    private final Clock clock;

    TakingBackController(TakingBack takingBack, Clock clock) {
        this.takingBack = takingBack;
        this.clock = clock;
    }

    /**
     * @param name of the task with the notice's title
     * @param holder name of who has claimed it, or the user id where the directory has none
     * @param active whether that person is still in service
     * @param dueDate {@code null} where the task has none
     * @param delegated whether the holder is to give it back
     */
    record HeldView(
            String id,
            String name,
            String holderId,
            String holder,
            boolean active,
            @Nullable LocalDate dueDate,
            boolean delegated) {}

    @Operation(summary = "本单位同事已领取的任务，供负责人收回 · Tasks colleagues have claimed, for the lead of their unit")
    @GetMapping("/held")
    @Transactional
    public List<HeldView> held() {
        return takingBack.held().stream().map(this::view).toList();
    }

    @Operation(summary = "收回同事已领取的任务 · Take a claimed task back, so that somebody else can claim it")
    @PostMapping("/{taskId}/take-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void takeBack(@PathVariable String taskId) {
        takingBack.takeBack(taskId);
    }

    private HeldView view(HeldTask held) {
        Person holder = held.holder();
        Instant due = held.due();
        return new HeldView(
                held.id(),
                held.name(),
                held.holderId(),
                holder == null ? held.holderId() : holder.name(),
                holder != null && holder.active(),
                due == null ? null : LocalDate.ofInstant(due, clock.getZone()),
                held.delegated());
    }
}
