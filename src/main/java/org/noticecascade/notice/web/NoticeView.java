package org.noticecascade.notice.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noticecascade.directory.Level;
import org.noticecascade.notice.Attachment;
import org.noticecascade.notice.NoticeContent;
import org.noticecascade.notice.NoticeStatus;
import org.noticecascade.notice.NoticeVersions.NoticeVersion;
import org.noticecascade.notice.Stage;
import org.noticecascade.notice.Urgency;

/** A notice with everything the screens show of it. */
record NoticeView(
        long id,
        NoticeStatus status,
        String statusLabel,
        int version,
        @Nullable String documentNumber,
        @Nullable String title,
        @Nullable String issuer,
        @Nullable String addressees,
        @Nullable LocalDate issueDate,
        @Nullable String contact,
        Urgency urgency,
        Level downTo,
        Map<String, NoticeContent.Source> sources,
        List<NoticeContent.Remark> remarks,
        List<NoticeContent.Section> sections,
        List<NoticeContent.Requirement> requirements,
        List<String> addresseeCodes,
        List<DueView> dues,
        List<Attachment> attachments,
        List<NoticeVersion> versions,
        @Nullable Long rootAssignmentId) {

    /**
     * A due date as the screens show it.
     *
     * @param provisional its year's arrangement of working days is not published yet
     */
    record DueView(
            Level level,
            String levelLabel,
            Stage stage,
            String stageLabel,
            LocalDate dueDate,
            String weekday,
            boolean provisional) {}
}
