package org.noticecascade.cockpit.web;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noticecascade.deadline.Extension;
import org.noticecascade.deadline.Extensions;
import org.noticecascade.directory.People;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.ShownActs;
import org.noticecascade.notice.Submission;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submission.Status;
import org.noticecascade.notice.Submissions;
import org.springframework.stereotype.Component;

/** What has happened to one unit's part, and what it has handed in. */
@Component
class History {
    private static final int LATEST_ACTS = 100;

    private final ShownActs shown;
    private final Extensions extensions;
    private final Submissions submissions;
    private final People people;

    History(ShownActs shown, Extensions extensions, Submissions submissions, People people) {
        this.shown = shown;
        this.extensions = extensions;
        this.submissions = submissions;
        this.people = people;
    }

    record ActView(
            OffsetDateTime at,
            @Nullable String actorName,
            String act,
            String label,
            @Nullable String from,
            @Nullable String to) {}

    /** The last acts, oldest first. */
    List<ActView> acts(Assignment unit) {
        long total = shown.count(unit.noticeId(), unit.id());
        int offset = (int) Math.max(0, total - LATEST_ACTS);
        return shown.of(unit.noticeId(), unit.id(), offset, LATEST_ACTS).stream()
                .map(entry -> new ActView(
                        entry.at(),
                        nameOf(entry.actor()),
                        entry.act().name(),
                        entry.act().label(),
                        entry.from(),
                        entry.to()))
                .toList();
    }

    record ExtensionOnBoard(
            Extension extension,
            String statusLabel,
            @Nullable String askedByName,
            @Nullable String decidedByName) {}

    /** Requests for more time, newest first. */
    List<ExtensionOnBoard> extensions(Assignment unit) {
        return extensions.of(unit.id()).stream()
                .map(extension -> new ExtensionOnBoard(
                        extension,
                        extension.status().label(),
                        nameOf(extension.askedBy()),
                        nameOf(extension.decidedBy())))
                .toList();
    }

    /** @param work the contents by field name, as the forms show them */
    record HandedIn(
            Kind kind,
            String kindLabel,
            int version,
            Status status,
            String statusLabel,
            @Nullable String submittedByName,
            @Nullable OffsetDateTime submittedAt,
            @Nullable String decidedByName,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String returnReason,
            Map<String, Object> work) {}

    /** What the unit's lead has agreed to, newest version first; drafts are the unit's own business. */
    List<HandedIn> handedIn(Assignment unit) {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> submissions.versions(unit.id(), kind).stream())
                .filter(submission -> submission.approvedBy() != null)
                .map(this::view)
                .toList();
    }

    private HandedIn view(Submission submission) {
        return new HandedIn(
                submission.kind(),
                submission.kind().label(),
                submission.version(),
                submission.status(),
                labelOf(submission),
                nameOf(submission.submittedBy()),
                submission.submittedAt(),
                nameOf(submission.decidedBy()),
                submission.decidedAt(),
                submission.returnReason(),
                submissions.work(submission.kind()).read(submission.id()));
    }

    /** A session ends with its own lead's confirmation; no superior decides on it. */
    private static String labelOf(Submission submission) {
        boolean confirmed = submission.kind() == Kind.SESSION && submission.status() == Status.APPROVED;
        return confirmed ? "已确认" : submission.status().label();
    }

    /** A person's name, or the user id where the directory has none. */
    private @Nullable String nameOf(@Nullable String userId) {
        return userId == null ? null : people.nameOf(userId);
    }
}
