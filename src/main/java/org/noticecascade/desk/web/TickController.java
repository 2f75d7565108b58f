package org.noticecascade.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.noticecascade.desk.process.DeskTask;
import org.noticecascade.desk.process.TaskDesk;
import org.noticecascade.notice.Ticks;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's own checklist of a notice's requirements, beside the task. */
@Tag(name = "待办任务", description = "Tasks and their forms")
@RestController
@RequestMapping({"/api/tasks/{taskId}/ticks", "/camunda/api/cascade/tasks/{taskId}/ticks"})
class TickController {
    private final TaskDesk desk;
    private final Ticks ticks;

    TickController(TaskDesk desk, Ticks ticks) {
        this.desk = desk;
        this.ticks = ticks;
    }

    /** @param ticked positions of the requirements, in order */
    record Ticked(List<Integer> ticked) {}

    record Tick(boolean ticked) {}

    @Operation(summary = "本人在通知要求上的勾选 · The requirements one has ticked off oneself")
    @GetMapping
    Ticked list(@PathVariable String taskId) {
        return ticked(desk.visible(taskId));
    }

    @Operation(summary = "勾选或取消一项要求 · Tick a requirement off, or take the tick away")
    @PutMapping("/{position}")
    @Transactional
    public Ticked set(@PathVariable String taskId, @PathVariable int position, @RequestBody Tick tick) {
        DeskTask task = desk.visible(taskId);
        ticks.set(task.noticeId(), task.unitCode(), position, tick.ticked());
        return ticked(task);
    }

    private Ticked ticked(DeskTask task) {
        return new Ticked(ticks.of(task.noticeId(), task.unitCode()));
    }
}
