package org.noticecascade.cockpit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.notice.Access;
import org.noticecascade.notice.Assignment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One unit on the board: what is open and with whom, what it handed in, what has happened. */
@Tag(name = "督办看板", description = "The supervisors' board")
@RestController("boardUnitController")
@RequestMapping({"/api/board/assignments", "/camunda/api/cascade/board/assignments"})
class UnitController {
    private final UnitDetails details;
    private final OpenTasks tasks;
    private final History history;
    private final Access access;

    UnitController(UnitDetails details, OpenTasks tasks, History history, Access access) {
        this.details = details;
        this.tasks = tasks;
        this.history = history;
        this.access = access;
    }

    /**
     * Everything about one unit's part.
     *
     * @param instanceId the running process instance; {@code null} once it has ended
     * @param diagram whether the caller may open that instance in Cockpit
     * @param may what the caller may do about it
     */
    record Detail(
            long noticeId,
            RowView unit,
            List<Paths.Step> path,
            @Nullable String instanceId,
            boolean diagram,
            List<OpenTasks.OpenTask> tasks,
            List<History.ExtensionOnBoard> extensions,
            List<History.ActView> acts,
            UnitDetails.Powers may) {}

    @Operation(summary = "一个单位的办理情况：待办、联系人、延期申请、办理记录 · One unit: what is open and with whom, and its history")
    @GetMapping("/{id}")
    Detail get(@PathVariable long id) {
        Assignment unit = access.visible(id);
        RowView row = details.row(unit);
        String instance = tasks.runningInstance(unit);
        return new Detail(
                unit.noticeId(),
                row,
                details.pathTo(unit),
                instance,
                tasks.showsInstance(instance),
                tasks.of(unit),
                history.extensions(unit),
                history.acts(unit),
                details.powersOver(unit, row.unit()));
    }

    @Operation(summary = "查阅一个单位已提交的方案、学习记录和报告（只读） · What a unit handed in, read only")
    @GetMapping("/{id}/work")
    List<History.HandedIn> work(@PathVariable long id) {
        return history.handedIn(access.visible(id));
    }
}
