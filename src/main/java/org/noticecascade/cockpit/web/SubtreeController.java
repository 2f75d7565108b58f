package org.noticecascade.cockpit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.noticecascade.cockpit.BoardNotices;
import org.noticecascade.cockpit.BoardNotices.BoardNotice;
import org.noticecascade.cockpit.DayCount;
import org.noticecascade.cockpit.ProgressOverTime;
import org.noticecascade.cockpit.Tallies;
import org.noticecascade.cockpit.Tally;
import org.noticecascade.notice.Access;
import org.noticecascade.notice.Assignment;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One subtree as a whole: where it stands, its counts, its progress over time. */
@Tag(name = "督办看板", description = "The supervisors' board")
@RestController
@RequestMapping({"/api/board", "/camunda/api/cascade/board"})
class SubtreeController {
    private final BoardNotices notices;
    private final Tallies tallies;
    private final ProgressOverTime progress;
    private final UnitDetails details;
    private final Access access;

    SubtreeController(
            BoardNotices notices, Tallies tallies, ProgressOverTime progress, UnitDetails details, Access access) {
        this.notices = notices;
        this.tallies = tallies;
        this.progress = progress;
        this.details = details;
        this.access = access;
    }

    /**
     * The unit at the top of what is shown.
     *
     * @param path from the highest unit the caller may see down to this one
     * @param below counts over everybody below it
     */
    record Top(BoardNotice notice, RowView unit, List<Paths.Step> path, Tally below) {}

    @Operation(summary = "通知、所示单位及其以下汇总 · The notice, the unit at the top of what is shown, and the counts below it")
    @GetMapping("/notices/{noticeId}/top")
    Top top(@PathVariable long noticeId, @ParameterObject Wanted wanted) {
        Assignment top = access.part(noticeId, wanted.parentCode());
        return new Top(notices.get(noticeId), details.row(top), details.pathTo(top), tallies.below(top));
    }

    /**
     * @param units how many are below
     * @param days running sums at the end of every day on which something happened
     * @param today by the service's clock
     */
    record Progress(BoardNotice notice, int units, List<DayCount> days, LocalDate today) {}

    @Operation(summary = "办理进度：每日累计签收、方案、学习、报送 · Progress over time, running sums per day")
    @GetMapping("/notices/{noticeId}/progress")
    Progress progress(@PathVariable long noticeId, @ParameterObject Wanted wanted) {
        Assignment top = access.part(noticeId, wanted.parentCode());
        return new Progress(
                notices.get(noticeId), tallies.below(top).counts().unitsTotal(), progress.below(top), progress.today());
    }
}
