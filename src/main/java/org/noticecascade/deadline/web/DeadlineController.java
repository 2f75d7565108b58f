package org.noticecascade.deadline.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.noticecascade.Refusal;
import org.noticecascade.deadline.Urged;
import org.noticecascade.deadline.Urging;
import org.noticecascade.notice.Access;
import org.noticecascade.notice.Assignment;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be done about the due date of one unit's part, apart from its tasks. */
@RestController
@Tag(name = "时限", description = "Due dates: urging and extensions")
@RequestMapping({"/api/assignments", "/camunda/api/cascade/assignments"})
class DeadlineController {
    private final Access access;
    private final Urging urging;

    DeadlineController(Access access, Urging urging) {
        this.access = access;
        this.urging = urging;
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
}
