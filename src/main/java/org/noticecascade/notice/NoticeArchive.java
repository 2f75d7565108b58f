package org.noticecascade.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.directory.Units;
import org.noticecascade.notice.NoticeVersions.NoticeVersion;
import org.springframework.stereotype.Component;

/** What is kept about a notice besides its head: text, files, versions and the root of its tree. */
@Component
public class NoticeArchive {
    private final NoticeContents contents;
    private final Attachments attachments;
    private final NoticeVersions versions;
    private final Assignments assignments;
    private final Units units;

    NoticeArchive(
            NoticeContents contents,
            Attachments attachments,
            NoticeVersions versions,
            Assignments assignments,
            Units units) {
        this.contents = contents;
        this.attachments = attachments;
        this.versions = versions;
        this.assignments = assignments;
        this.units = units;
    }

    public NoticeContent contentOf(long noticeId) {
        return contents.of(noticeId);
    }

    public List<Attachment> attachmentsOf(long noticeId) {
        return attachments.of(noticeId);
    }

    public List<NoticeVersion> versionsOf(long noticeId) {
        return versions.of(noticeId);
    }

    /** Headquarters' own assignment; {@code null} until the notice is issued. */
    public @Nullable Long rootOf(long noticeId) {
        return assignments
                .find(noticeId, units.headquarters().code())
                .map(Assignment::id)
                .orElse(null);
    }
}
