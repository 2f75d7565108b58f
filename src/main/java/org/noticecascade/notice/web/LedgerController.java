package org.noticecascade.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Page;
import org.noticecascade.Refusal;
import org.noticecascade.ledger.Entry;
import org.noticecascade.notice.Access;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.ShownActs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger, read only: of a whole notice for headquarters, of one unit's part for those who may see it. */
@Tag(name = "台账", description = "Ledger")
@RestController
@RequestMapping({"/api/ledger", "/camunda/api/cascade/ledger"})
class LedgerController {
    private final ShownActs acts;
    private final Access access;

    LedgerController(ShownActs acts, Access access) {
        this.acts = acts;
        this.access = access;
    }

    @Operation(summary = "台账（只增不改）；整份通知限总局，其他单位须指定任务 · The append-only ledger; of a whole notice for headquarters only")
    @GetMapping
    Page<Entry> list(
            @RequestParam long notice,
            @RequestParam(required = false) @Nullable Long assignment,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        access.requireNotice(notice);
        int offset = Page.offset(page, size);
        if (assignment != null) {
            Assignment visible = access.visible(assignment);
            if (visible.noticeId() != notice) {
                return new Page<>(List.of(), 0, page, size);
            }
        } else if (!access.seesAll()) {
            throw Refusal.forbidden(
                    "整份通知的台账只对总局开放，请指定本单位的任务（assignment）。",
                    "The whole ledger is headquarters' to read; name your own assignment.");
        }
        return new Page<>(acts.of(notice, assignment, offset, size), acts.count(notice, assignment), page, size);
    }
}
