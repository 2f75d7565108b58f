package org.noticecascade.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Page;
import org.noticecascade.directory.Units;
import org.noticecascade.notice.Access;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Light;
import org.noticecascade.notice.Rollup;
import org.noticecascade.notice.Rollups;
import org.noticecascade.notice.Stage;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The units' parts in a notice, one level of the tree at a time, with counts per subtree. */
@Tag(name = "各单位任务", description = "Assignments of the units")
@RestController
@RequestMapping({"/api/notices", "/camunda/api/cascade/notices"})
class AssignmentController {
    private final Assignments assignments;
    private final Rollups rollups;
    private final Units units;
    private final Access access;

    AssignmentController(Assignments assignments, Rollups rollups, Units units, Access access) {
        this.assignments = assignments;
        this.rollups = rollups;
        this.units = units;
        this.access = access;
    }

    /**
     * One unit's part.
     *
     * @param below counts over its subtree, itself not included; {@code null} where nobody is below
     */
    record AssignmentView(
            long id,
            String unitCode,
            String unitName,
            String levelLabel,
            Stage stage,
            String stageLabel,
            @Nullable LocalDate dueDate,
            @Nullable LocalDate originalDue,
            int returns,
            @Nullable Light light,
            @Nullable Rollup below) {}

    /**
     * The direct subordinates of {@code parent} in the notice.
     *
     * @param parent unit code; by default headquarters, or the caller's own unit
     */
    @Operation(summary = "下级单位的办理情况，逐级展开 · Direct subordinates in the notice, with counts per subtree")
    @GetMapping("/{noticeId}/assignments")
    Page<AssignmentView> list(
            @PathVariable long noticeId,
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "200") int size) {
        access.requireNotice(noticeId);
        int offset = Page.offset(page, size);
        Assignment top = access.part(noticeId, parent);
        Map<String, Rollup> below = rollups.belowEachChildOf(top);
        List<AssignmentView> items = assignments.childrenOf(top.id(), offset, size).stream()
                .map(child -> view(child, below.get(child.unitCode())))
                .toList();
        return new Page<>(items, assignments.countChildren(top.id()), page, size);
    }

    /** Counts below one unit, by default below headquarters or the caller's own unit, and who is missing. */
    @Operation(summary = "本单位以下的汇总与未办结单位 · Counts below one unit, and who is missing")
    @GetMapping("/{noticeId}/rollup")
    Rollup.WithMissing rollup(@PathVariable long noticeId, @RequestParam(required = false) @Nullable String unit) {
        return rollups.withMissing(access.part(noticeId, unit), Page.LARGEST);
    }

    private AssignmentView view(Assignment unit, @Nullable Rollup below) {
        return new AssignmentView(
                unit.id(),
                unit.unitCode(),
                units.get(unit.unitCode()).name(),
                unit.level().label(),
                unit.stage(),
                unit.stage().label(),
                unit.dueDate(),
                unit.originalDue(),
                unit.returns(),
                unit.dueDate() == null ? null : unit.light(),
                below);
    }
}
