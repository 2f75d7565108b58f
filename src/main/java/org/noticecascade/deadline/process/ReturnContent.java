package org.noticecascade.deadline.process;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noticecascade.deadline.OpenItems;
import org.noticecascade.directory.Person;
import org.noticecascade.mail.Letter;
import org.noticecascade.mail.Letters;
import org.noticecascade.mail.MailContent;
import org.noticecascade.mail.MailKind;
import org.noticecascade.mail.OutboxMail;
import org.noticecascade.notice.Notice;
import org.noticecascade.notice.NoticeVersions.NoticeVersion;
import org.noticecascade.notice.Submission;
import org.noticecascade.notice.Submission.Status;
import org.springframework.stereotype.Component;

/** What came back, from whom and why; nothing once it was handed in again. */
@Component
class ReturnContent implements MailContent {
    private final ReturnedWork work;
    private final OpenItems open;
    private final MailItems items;

    ReturnContent(ReturnedWork work, OpenItems open, MailItems items) {
        this.work = work;
        this.open = open;
        this.items = items;
    }

    @Override
    public MailKind kind() {
        return MailKind.RETURN;
    }

    @Override
    public Optional<Letter> write(OutboxMail mail, Person recipient) {
        long subject = Objects.requireNonNull(mail.subjectId());
        return ReturnKeys.isOfDraft(mail.key()) ? draft(mail, subject, recipient) : submission(subject, recipient);
    }

    private Optional<Letter> submission(long id, Person recipient) {
        Submission returned = work.submission(id);
        boolean stillDraft = work.newest(returned)
                .filter(newest -> newest.version() == returned.version() + 1 && newest.status() == Status.DRAFT)
                .isPresent();
        return open.of(returned.assignmentId())
                .filter(item -> stillDraft && item.stage().isOwnWork())
                .map(item -> Letters.returned(
                        recipient,
                        items.returned(item, returned.kind(), recipient),
                        text(returned.returnReason()),
                        work.nameOf(returned.decidedBy(), recipient)));
    }

    private Optional<Letter> draft(OutboxMail mail, long noticeId, Person recipient) {
        Notice notice = work.notice(noticeId);
        return work.lastVersion(noticeId)
                .filter(last -> ReturnKeys.ofDraft(noticeId, last.version(), mail.userId())
                        .equals(mail.key()))
                .map(last -> letter(notice, last, recipient));
    }

    private Letter letter(Notice notice, NoticeVersion returned, Person recipient) {
        return Letters.returned(
                recipient,
                items.draft(notice, recipient),
                text(returned.returnReason()),
                work.nameOf(returned.decidedBy(), recipient));
    }

    private static String text(@Nullable String reason) {
        return reason == null ? "" : reason;
    }
}
