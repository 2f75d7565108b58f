package org.noticecascade.deadline.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.noticecascade.deadline.Measure;
import org.noticecascade.deadline.process.SuperiorTasks;
import org.noticecascade.deadline.process.Waivers;
import org.noticecascade.notice.Access;
import org.noticecascade.notice.Assignment;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a superior decides about one unit's part, from the board or by machine: the supervisor of the unit directly
 * above, or of headquarters. The tasks are the ones Tasklist shows.
 */
@RestController
@Tag(name = "时限", description = "Urging and extensions")
@RequestMapping({"/api/assignments", "/camunda/api/cascade/assignments"})
class SuperiorController {
    private final Access access;
    private final SuperiorTasks tasks;
    private final Waivers waivers;

    SuperiorController(Access access, SuperiorTasks tasks, Waivers waivers) {
        this.access = access;
        this.tasks = tasks;
        this.waivers = waivers;
    }

    /**
     * A measure on a unit that is overdue.
     *
     * @param reason required for more time and for a waiver
     * @param newDue required for more time
     */
    record Taken(
            @Nullable Measure measure,
            @Nullable String reason,
            @Nullable LocalDate newDue) {}

    /** Handles an overdue stage; a waiver needs none to be overdue. */
    @Operation(summary = "督办：催办、延长时限或免予办理（上级单位或总局督办员） · Urge, give more time or waive")
    @PostMapping("/{id}/measure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void measure(@PathVariable long id, @RequestBody Taken taken) {
        Assignment unit = access.visible(id);
        requireSupervisorAbove(unit);
        Measure measure = taken.measure();
        if (measure == Measure.WAIVE && !tasks.isEscalated(unit)) {
            waivers.waive(unit, taken.reason());
            return;
        }
        LocalDate newDue = taken.newDue();
        tasks.handle(
                unit,
                measure == null ? null : measure.name(),
                taken.reason(),
                newDue == null ? null : newDue.toString());
    }

    /** @param reason required where it is not approved */
    record Decided(@Nullable Boolean approved, @Nullable String reason) {}

    /** Decides on the request that waits; staff of the superior, whose task it is, may as well. */
    @Operation(summary = "审批延期申请（上级单位经办人、督办员或总局督办员） · Decide on a request for more time")
    @PostMapping("/{id}/extension-decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decideExtension(@PathVariable long id, @RequestBody Decided decided) {
        Assignment unit = access.visible(id);
        if (!access.reviews(unit.unitCode())) {
            requireSupervisorAbove(unit);
        }
        tasks.decideExtension(unit, decided.approved(), decided.reason());
    }

    private void requireSupervisorAbove(Assignment unit) {
        if (!access.supervises(unit.unitCode())) {
            throw Refusal.forbidden(
                    "只有上级单位督办员或总局督办员可以办理。", "Only the supervisor of the superior unit or of headquarters may do this.");
        }
    }
}
