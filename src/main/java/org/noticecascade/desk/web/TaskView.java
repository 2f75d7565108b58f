package org.noticecascade.desk.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noticecascade.directory.Level;
import org.noticecascade.notice.Attachment;
import org.noticecascade.notice.Light;
import org.noticecascade.notice.NoticeContent;
import org.noticecascade.notice.NoticeStatus;
import org.noticecascade.notice.Rollup;
import org.noticecascade.notice.Stage;
import org.noticecascade.notice.Submission.Status;

/**
 * Everything a task's form shows, in one answer.
 *
 * @param workingDaysLeft negative when late; {@code null} without a due date
 * @param provisional the due date's year has no published arrangement of working days yet
 * @param work the newest version of what is worked on
 * @param versions earlier versions, newest first
 * @param rollup counts below the unit, for reports only
 * @param revision how often {@code work} has been changed; whoever saves says it
 */
record TaskView(
        String taskId,
        String taskKey,
        String name,
        @Nullable Long assignmentId,
        long noticeId,
        @Nullable Stage stage,
        @Nullable String stageLabel,
        @Nullable LocalDate dueDate,
        @Nullable String dueLabel,
        @Nullable LocalDate originalDue,
        @Nullable Integer workingDaysLeft,
        boolean provisional,
        @Nullable Light light,
        @Nullable UnitView unit,
        @Nullable UnitView superior,
        NoticeHead notice,
        @Nullable Map<String, Object> work,
        @Nullable Integer revision,
        List<VersionView> versions,
        @Nullable RollupView rollup,
        List<ActView> ledger) {

    record UnitView(String code, String name, Level level, String levelLabel) {}

    record NoticeHead(
            long id,
            @Nullable String documentNumber,
            @Nullable String title,
            @Nullable String issuer,
            @Nullable String addressees,
            @Nullable LocalDate issueDate,
            NoticeStatus status,
            List<NoticeContent.Section> sections,
            List<NoticeContent.Requirement> requirements,
            List<Attachment> attachments) {}

    record VersionView(
            int version,
            Status status,
            String statusLabel,
            @Nullable String submittedBy,
            @Nullable OffsetDateTime submittedAt,
            @Nullable String returnReason,
            @Nullable String decidedBy,
            @Nullable OffsetDateTime decidedAt,
            Map<String, Object> work) {}

    record RollupView(
            int unitsTotal,
            int signed,
            int planned,
            int held,
            int reported,
            long participants,
            long missingTotal,
            List<Rollup.Missing> missing,
            int waivedTotal,
            List<Rollup.Missing> waived) {}

    record ActView(
            OffsetDateTime at,
            String actorName,
            String act,
            String actLabel,
            @Nullable String fromValue,
            @Nullable String toValue) {}
}
