package org.noticecascade.notice;

import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.document.NoticeReader;
import org.noticecascade.document.NoticeText;
import org.noticecascade.document.ReadNotice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns an uploaded document into a draft: every field with the line it was read from, or empty; addressees and due
 * dates as proposals.
 */
@Component
@Transactional
public class Reading {
    private final NoticeReader reader = new NoticeReader();
    private final Attachments attachments;
    private final DocumentProperties properties;
    private final DraftWriter drafts;
    private final DraftQuota quota;
    private final CurrentUser user;

    Reading(
            Attachments attachments,
            DocumentProperties properties,
            DraftWriter drafts,
            DraftQuota quota,
            CurrentUser user) {
        this.attachments = attachments;
        this.properties = properties;
        this.drafts = drafts;
        this.quota = quota;
        this.user = user;
    }

    /**
     * Refuses what is too large before anybody takes it into memory.
     *
     * @throws Refusal above {@code cascade.document.max-bytes}
     */
    public void requireAcceptable(long sizeBytes) {
        NoticeText.requireSize(sizeBytes, properties.maxBytes());
    }

    /**
     * Decodes and reads a document without keeping anything.
     *
     * @throws Refusal if it is empty, too large, or no text
     */
    public ReadNotice preview(byte[] document) {
        return reader.read(NoticeText.decode(document, properties.maxBytes()));
    }

    /**
     * Opens a draft from an uploaded document.
     *
     * @param documentId {@code null} for a blank draft, filled in by hand
     * @return the id of the new notice
     * @throws Refusal if there is no such document, it is another person's, or a notice was read from it already, or the
     *     person has many open drafts
     */
    public long open(@Nullable Long documentId) {
        quota.requireRoomForNotice(user.id());
        if (documentId == null) {
            return drafts.blank();
        }
        Attachment document = attachments
                .find(documentId)
                .filter(found -> found.noticeId() == null)
                .filter(drafts::isOwn)
                .orElseThrow(() -> unusable(documentId));
        NoticeText text = NoticeText.decode(attachments.contentOf(documentId), properties.maxBytes());
        long noticeId = drafts.from(text.text(), reader.read(text), document.fileName());
        if (!attachments.belongsTo(documentId, noticeId)) {
            throw unusable(documentId); // somebody began with it in the same moment
        }
        return noticeId;
    }

    private static Refusal unusable(long documentId) {
        return Refusal.notFound(
                "找不到上传的文件（编号 %d），或已据此建立通知，请重新上传。".formatted(documentId),
                "No unused upload %d of yours; upload the file again.".formatted(documentId));
    }
}
