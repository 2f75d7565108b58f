package org.noticecascade.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.noticecascade.notice.Access;
import org.noticecascade.notice.process.LateUnits;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Brings a unit into a notice that is under way. */
@RestController
@Tag(name = "各单位任务", description = "Assignments of the units")
@RequestMapping({"/api/notices", "/camunda/api/cascade/notices"})
class LateUnitController {
    private final LateUnits lateUnits;
    private final Access access;

    LateUnitController(LateUnits lateUnits, Access access) {
        this.lateUnits = lateUnits;
        this.access = access;
    }

    record Added(String unitCode, boolean added) {}

    /** Repeating it changes nothing; {@code added} tells whether this call did it. */
    @Operation(summary = "补发：将一个单位补入办理中的通知", description = "Brings a unit into a notice under way")
    @PutMapping("/{id}/units/{unitCode}")
    Added add(@PathVariable long id, @PathVariable String unitCode) {
        access.requireNotice(id);
        access.requireHeadquartersStaff();
        return new Added(unitCode, lateUnits.add(id, unitCode));
    }
}
