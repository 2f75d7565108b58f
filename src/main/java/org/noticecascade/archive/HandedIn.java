package org.noticecascade.archive;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noticecascade.notice.Submission;

/**
 * One version of what a unit handed in.
 *
 * @param submittedBy user id, as are the others; the names stand beside them
 * @param work the contents by field name
 * @param files the paths in the archive
 */
record HandedIn(
        Submission.Kind kind,
        String kindLabel,
        int version,
        Submission.Status status,
        String statusLabel,
        @Nullable String submittedBy,
        @Nullable String submittedByName,
        @Nullable OffsetDateTime submittedAt,
        @Nullable String approvedBy,
        @Nullable String approvedByName,
        @Nullable String decidedBy,
        @Nullable String decidedByName,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String returnReason,
        Map<String, Object> work,
        List<FileInArchive> files) {

    /** @param sha256 as the service computed it when the file came */
    record FileInArchive(long id, String fileName, String path, long sizeBytes, String sha256, String uploadedBy) {}

    /** For a person to read. */
    String html() {
        StringBuilder html = new StringBuilder(
                "<h3>%s 第 %d 版（%s）</h3>\n<dl>\n".formatted(Html.text(kindLabel), version, Html.text(statusLabel)));
        work.forEach((field, value) -> html.append(Html.term(FieldLabels.of(field), value)));
        html.append(Html.term("提交", joined(submittedByName, Html.moment(submittedAt))))
                .append(Html.term("负责人同意", approvedByName))
                .append(Html.term("审核", joined(decidedByName, Html.moment(decidedAt))))
                .append(Html.term("退回理由", returnReason));
        if (!files.isEmpty()) {
            html.append("<dt>佐证材料</dt>\n");
            files.forEach(file -> html.append("<dd>")
                    .append(Html.link("../../" + file.path(), file.fileName()))
                    .append("</dd>\n"));
        }
        return html.append("</dl>\n").toString();
    }

    private static String joined(@Nullable String who, @Nullable String when) {
        return ((who == null ? "" : who) + " " + (when == null ? "" : when)).strip();
    }
}
