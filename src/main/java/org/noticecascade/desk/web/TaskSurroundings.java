package org.noticecascade.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.directory.People;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Notice;
import org.noticecascade.notice.NoticeArchive;
import org.noticecascade.notice.NoticeContent;
import org.noticecascade.notice.Notices;
import org.noticecascade.notice.Rollup;
import org.noticecascade.notice.Rollups;
import org.noticecascade.notice.ShownActs;
import org.springframework.stereotype.Component;

/** What stands beside the work itself: the notice, the units below, the last acts. */
@Component
class TaskSurroundings {
    private static final int LATEST_ACTS = 20;
    private static final int MISSING_SHOWN = 100;

    private final Notices notices;
    private final NoticeArchive archive;
    private final Rollups rollups;
    private final ShownActs shown;
    private final People people;

    TaskSurroundings(Notices notices, NoticeArchive archive, Rollups rollups, ShownActs shown, People people) {
        this.notices = notices;
        this.archive = archive;
        this.rollups = rollups;
        this.shown = shown;
        this.people = people;
    }

    TaskView.NoticeHead notice(long noticeId) {
        Notice notice = notices.get(noticeId);
        NoticeContent content = archive.contentOf(noticeId);
        return new TaskView.NoticeHead(
                noticeId,
                notice.documentNumber(),
                notice.title(),
                notice.issuer(),
                notice.addressees(),
                notice.issueDate(),
                notice.status(),
                content.sections(),
                content.requirements(),
                archive.attachmentsOf(noticeId));
    }

    TaskView.RollupView rollup(Assignment unit) {
        Rollup.WithMissing rollup = rollups.withMissing(unit, MISSING_SHOWN);
        Rollup counts = rollup.counts();
        return new TaskView.RollupView(
                counts.unitsTotal(),
                counts.signed(),
                counts.planned(),
                counts.held(),
                counts.reported(),
                counts.participants(),
                rollup.missingTotal(),
                rollup.missing(),
                counts.waived(),
                rollup.waived());
    }

    /** The last acts; of the unit's part where there is one, else of the notice. */
    List<TaskView.ActView> acts(long noticeId, @Nullable Long assignmentId) {
        long total = shown.count(noticeId, assignmentId);
        int offset = (int) Math.max(0, total - LATEST_ACTS);
        return shown.of(noticeId, assignmentId, offset, LATEST_ACTS).stream()
                .map(entry -> new TaskView.ActView(
                        entry.at(),
                        nameOf(entry.actor()) + (entry.onBehalf() == null ? "" : "（%s）".formatted(entry.onBehalf())),
                        entry.act().name(),
                        entry.act().label(),
                        entry.from(),
                        entry.to()))
                .toList();
    }

    /** A person's name, or the user id where the directory has none. */
    @Nullable
    String nameOf(@Nullable String userId) {
        return userId == null ? null : people.nameOf(userId);
    }
}
