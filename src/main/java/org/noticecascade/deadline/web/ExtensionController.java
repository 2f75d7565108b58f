package org.noticecascade.deadline.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.noticecascade.deadline.Extending;
import org.noticecascade.deadline.Extensions;
import org.noticecascade.deadline.process.ExtensionRequests;
import org.noticecascade.directory.Role;
import org.noticecascade.notice.Access;
import org.noticecascade.notice.Assignment;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** More time for one unit's part (延期): whether it can be asked for, asking, and what became of it. */
@RestController
@Tag(name = "时限", description = "Due dates: urging and extensions")
@RequestMapping({"/api/assignments/{id}/extensions", "/camunda/api/cascade/assignments/{id}/extensions"})
class ExtensionController {
    private final Access access;
    private final Extending extending;
    private final Extensions extensions;
    private final ExtensionRequests requests;
    private final ExtensionViews views;

    ExtensionController(
            Access access,
            Extending extending,
            Extensions extensions,
            ExtensionRequests requests,
            ExtensionViews views) {
        this.access = access;
        this.extending = extending;
        this.extensions = extensions;
        this.requests = requests;
        this.views = views;
    }

    /**
     * A request for more time.
     *
     * @param newDue the day asked for; moved to the next working day if it is a day off
     * @param downwards whether the units below are to move along
     */
    record Request(@Nullable String reason, @Nullable LocalDate newDue, boolean downwards) {}

    /**
     * Whether the caller can ask now.
     *
     * @param why why not, Chinese first; {@code null} if the caller can
     * @param unitsBelow whether the unit has subordinates in the notice, who could move along
     */
    record Terms(
            boolean possible,
            @Nullable String why,
            @Nullable String whyEn,
            boolean unitsBelow) {}

    /** Staff of the unit asks; the superior gets a task. */
    @Operation(summary = "申请延期", description = "Ask for an extension")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ExtensionViews.View ask(@PathVariable long id, @RequestBody Request request) {
        Assignment unit = access.visible(id);
        notStaffOf(unit).ifPresent(refusal -> {
            throw refusal;
        });
        return views.of(requests.ask(unit, request.reason(), request.newDue(), request.downwards()), request.newDue());
    }

    /** Requests so far, newest first. */
    @Operation(summary = "查看延期申请", description = "Extensions of a unit")
    @GetMapping
    List<ExtensionViews.View> list(@PathVariable long id) {
        return extensions.of(access.visible(id).id()).stream()
                .map(extension -> views.of(extension, null))
                .toList();
    }

    /** Known before somebody fills in a form for nothing. */
    @Operation(summary = "能否申请延期", description = "Whether an extension can be asked for")
    @GetMapping("/terms")
    Terms terms(@PathVariable long id) {
        Assignment unit = access.visible(id);
        Optional<Refusal> obstacle = extending.obstacle(unit).or(() -> notStaffOf(unit));
        return new Terms(
                obstacle.isEmpty(),
                obstacle.map(Refusal::chinese).orElse(null),
                obstacle.map(Refusal::english).orElse(null),
                views.hasUnitsBelow(unit));
    }

    private Optional<Refusal> notStaffOf(Assignment unit) {
        return access.hasRole(unit.unitCode(), Role.STAFF)
                ? Optional.empty()
                : Optional.of(Refusal.forbidden("只有本单位经办人可以申请延期。", "Only staff of the unit asks for more time."));
    }
}
