package org.noticecascade.cockpit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.noticecascade.Page;
import org.noticecascade.cockpit.BoardNotices;
import org.noticecascade.cockpit.BoardNotices.BoardNotice;
import org.noticecascade.cockpit.Tallies;
import org.noticecascade.cockpit.Tally;
import org.noticecascade.cockpit.UnitRow;
import org.noticecascade.cockpit.UnitRows;
import org.noticecascade.notice.Access;
import org.noticecascade.notice.Assignment;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lists of the board: notices, and units with lights and counts, loaded as they are opened. */
@Tag(name = "督办看板", description = "The supervisors' board")
@RestController
@RequestMapping({"/api/board", "/camunda/api/cascade/board"})
class BoardController {
    private final BoardNotices notices;
    private final UnitRows rows;
    private final Tallies tallies;
    private final RowViews views;
    private final Access access;

    BoardController(BoardNotices notices, UnitRows rows, Tallies tallies, RowViews views, Access access) {
        this.notices = notices;
        this.rows = rows;
        this.tallies = tallies;
        this.views = views;
        this.access = access;
    }

    /** @param below counts over everybody the caller watches in it */
    record NoticeOnBoard(BoardNotice notice, String unitCode, Tally below) {}

    /** Newest first. */
    @Operation(summary = "看板上的通知及本单位以下的汇总 · Notices on the board, with counts over the caller's subtree")
    @GetMapping("/notices")
    Page<NoticeOnBoard> list(
            @RequestParam(defaultValue = "true") boolean running,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        int offset = Page.offset(page, size);
        List<String> units = access.seesAll() ? null : access.ownUnits();
        if (units != null && units.isEmpty()) {
            return new Page<>(List.of(), 0, page, size);
        }
        List<NoticeOnBoard> items = notices.page(running, units, offset, size).stream()
                .map(this::onBoard)
                .toList();
        return new Page<>(items, notices.count(running, units), page, size);
    }

    private NoticeOnBoard onBoard(BoardNotice notice) {
        Assignment top = access.part(notice.id(), null);
        return new NoticeOnBoard(notice, top.unitCode(), tallies.below(top));
    }

    /**
     * The direct subordinates of {@code parent}; with any filter the units on all levels below it that pass. Always by
     * code.
     */
    @Operation(
            summary = "下级单位的红黄绿灯、阶段、时限与汇总，逐级展开；有筛选时列出各级符合的单位"
                    + " · Direct subordinates, or with a filter all units below that pass")
    @GetMapping("/notices/{noticeId}/units")
    Page<RowView> units(
            @PathVariable long noticeId,
            @ParameterObject Wanted wanted,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        Assignment top = access.part(noticeId, wanted.parentCode());
        int offset = Page.offset(page, size);
        boolean tree = wanted.filter().isNone();
        List<UnitRow> found =
                tree ? rows.childrenOf(top, offset, size) : rows.below(top, wanted.filter(), offset, size);
        long total = tree ? rows.countChildrenOf(top) : rows.countBelow(top, wanted.filter());
        return new Page<>(views.of(noticeId, found), total, page, size);
    }
}
