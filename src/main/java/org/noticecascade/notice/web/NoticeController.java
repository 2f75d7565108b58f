package org.noticecascade.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Page;
import org.noticecascade.directory.Level;
import org.noticecascade.notice.Access;
import org.noticecascade.notice.Changes;
import org.noticecascade.notice.Drafting;
import org.noticecascade.notice.Dues;
import org.noticecascade.notice.Fields;
import org.noticecascade.notice.Notice;
import org.noticecascade.notice.Notices;
import org.noticecascade.notice.Urgency;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Notices: list, read, complete a draft. */
@Tag(name = "通知", description = "Notices")
@RestController
@RequestMapping({"/api/notices", "/camunda/api/cascade/notices"})
class NoticeController {
    private final Notices notices;
    private final NoticeViews views;
    private final Drafting drafting;
    private final Dues dues;
    private final Access access;

    NoticeController(Notices notices, NoticeViews views, Drafting drafting, Dues dues, Access access) {
        this.notices = notices;
        this.views = views;
        this.drafting = drafting;
        this.dues = dues;
        this.access = access;
    }

    /** Newest first; units other than headquarters see what was issued to them. */
    @Operation(summary = "通知列表，新的在前；下级单位只见到发给本单位的 · Notices, newest first; units see those issued to them")
    @GetMapping
    Page<Notice> list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        List<String> issuedTo = access.seesAll() ? null : access.ownUnits();
        int offset = Page.offset(page, size);
        if (issuedTo != null && issuedTo.isEmpty()) {
            return new Page<>(List.of(), 0, page, size);
        }
        return new Page<>(notices.page(issuedTo, offset, size), notices.count(issuedTo), page, size);
    }

    @Operation(summary = "一件通知的全部内容 · One notice with sections, requirements, addressees and due dates")
    @GetMapping("/{id}")
    NoticeView get(@PathVariable long id) {
        access.requireNotice(id);
        return views.of(id);
    }

    /** Saves a draft; fields left out stay as they are. */
    @Operation(summary = "保存通知草稿（总局经办人）；未写的字段不变 · Save a draft (staff of headquarters); fields left out stay")
    @PutMapping("/{id}")
    SavedNotice save(@PathVariable long id, @RequestBody Changes changes) {
        access.requireNotice(id);
        access.requireHeadquartersStaff();
        List<String> hints = drafting.save(id, changes);
        return new SavedNotice(views.of(id), hints);
    }

    /** A draft as it is now, and what was changed on the way. */
    record SavedNotice(NoticeView notice, List<String> hints) {}

    /**
     * Due dates from {@code deadline-policy.dmn} for the values on the screen.
     *
     * @param national the day of the national report: dates are then counted back from it
     */
    @Operation(summary = "按时限规则表推算各级时限 · Due dates proposed by the policy table")
    @GetMapping("/{id}/proposal")
    Proposal proposal(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate issueDate,
            @RequestParam(required = false) @Nullable Urgency urgency,
            @RequestParam(required = false) @Nullable Level downTo,
            @RequestParam(required = false) @Nullable LocalDate national) {
        access.requireNotice(id);
        Notice notice = notices.get(id);
        LocalDate issued = issueDate != null ? Fields.plausible(issueDate, "成文日期") : notice.issueDate();
        LocalDate start = issued == null ? LocalDate.EPOCH : issued;
        Urgency how = urgency == null ? notice.urgency() : urgency;
        Level lowest = downTo == null ? notice.downTo() : downTo;
        return new Proposal(views.dues(
                national == null
                        ? dues.propose(start, how, lowest)
                        : dues.proposeBackwards(start, Fields.plausible(national, "全国报告日期"), how, lowest)));
    }

    record Proposal(List<NoticeView.DueView> dues) {}
}
