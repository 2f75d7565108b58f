package org.noticecascade.cockpit.web;

import java.util.List;
import org.noticecascade.cockpit.UnitRow;
import org.noticecascade.cockpit.UnitRows;
import org.noticecascade.notice.Access;
import org.noticecascade.notice.Assignment;
import org.springframework.stereotype.Component;

/** One unit's line, where it stands, and what the current user may do about it. */
@Component
class UnitDetails {
    private final UnitRows rows;
    private final RowViews views;
    private final Paths paths;
    private final Access access;

    UnitDetails(UnitRows rows, RowViews views, Paths paths, Access access) {
        this.rows = rows;
        this.views = views;
        this.paths = paths;
        this.access = access;
    }

    RowView row(Assignment unit) {
        return views.of(unit.noticeId(), List.of(rows.of(unit.id()))).get(0);
    }

    List<Paths.Step> pathTo(Assignment unit) {
        return paths.to(unit.unitCode());
    }

    /**
     * What the current user may do now; the endpoints check again.
     *
     * @param measure urge, give more time or waive because a stage is overdue
     */
    record Powers(boolean urge, boolean measure, boolean waive, boolean decideExtension) {}

    Powers powersOver(Assignment unit, UnitRow row) {
        boolean supervises = access.supervises(unit.unitCode());
        return new Powers(
                access.worksAbove(unit.unitCode()) && unit.stage().isOwnWork(),
                supervises && row.escalated(),
                supervises && unit.depth() > 0 && unit.stage().isOpen(),
                row.extensionAsked() && (supervises || access.reviews(unit.unitCode())));
    }
}
