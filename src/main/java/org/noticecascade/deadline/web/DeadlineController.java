package org.noticecascade.deadline.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.noticecascade.deadline.Extension;
import org.noticecascade.deadline.Extensions;
import org.noticecascade.deadline.Urged;
import org.noticecascade.deadline.Urging;
import org.noticecascade.deadline.process.ExtensionRequests;
import org.noticecascade.directory.Role;
import org.noticecascade.notice.Access;
import org.noticecascade.notice.Assignment;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What can be done about the due date of one unit's part, apart from its tasks. */
@RestController
@Tag(name = "时限", description = "Urging and extensions")
@RequestMapping({"/api/assignments", "/camunda/api/cascade/assignments"})
class DeadlineController {
    private final Access access;
    private final Urging urging;
    private final Extensions extensions;
    private final ExtensionRequests requests;

    DeadlineController(Access access, Urging urging, Extensions extensions, ExtensionRequests requests) {
        this.access = access;
        this.urging = urging;
        this.extensions = extensions;
        this.requests = requests;
    }

    /** Any unit above urges; once per working day. */
    @Operation(summary = "催办", description = "Urge a unit")
    @PostMapping("/{id}/urge")
    @Transactional
    public Urged urge(@PathVariable long id) {
        Assignment unit = access.visible(id);
        if (!access.worksAbove(unit.unitCode())) {
            throw Refusal.forbidden("只有上级单位可以催办。", "Only units above may urge.");
        }
        return urging.urge(unit);
    }

    /**
     * A request for more time.
     *
     * @param newDue the day asked for; moved to the next working day if it is a day off
     * @param downwards whether the units below are to move along
     */
    record Request(@Nullable String reason, @Nullable LocalDate newDue, boolean downwards) {}

    /**
     * A request as the screens show it.
     *
     * @param hint says so if the day asked for was moved off a day off
     */
    record ExtensionView(
            Extension extension,
            String statusLabel,
            @Nullable String hint) {}

    /** Staff of the unit asks; the superior gets a task. */
    @Operation(summary = "申请延期", description = "Ask for an extension")
    @PostMapping("/{id}/extensions")
    @ResponseStatus(HttpStatus.CREATED)
    ExtensionView ask(@PathVariable long id, @RequestBody Request request) {
        Assignment unit = access.visible(id);
        if (!access.hasRole(unit.unitCode(), Role.STAFF)) {
            throw Refusal.forbidden("只有本单位经办人可以申请延期。", "Only staff of the unit asks for more time.");
        }
        Extension asked = requests.ask(unit, request.reason(), request.newDue(), request.downwards());
        boolean moved = !asked.toDue().equals(request.newDue());
        return view(asked, moved ? "%s 为休息日,已顺延至 %s。".formatted(request.newDue(), asked.toDue()) : null);
    }

    /** Requests so far, newest first. */
    @Operation(summary = "查看延期申请", description = "Extensions of a unit")
    @GetMapping("/{id}/extensions")
    List<ExtensionView> list(@PathVariable long id) {
        return extensions.of(access.visible(id).id()).stream()
                .map(extension -> view(extension, null))
                .toList();
    }

    private static ExtensionView view(Extension extension, @Nullable String hint) {
        return new ExtensionView(extension, extension.status().label(), hint);
    }
}
