package org.noticecascade.notice;

import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.noticecascade.notice.NoticeVersions.NoticeVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A complete draft goes to the lead of headquarters, who signs it (签发) or returns it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Signing {
    private final Notices notices;
    private final Addressing addressing;
    private final NoticeVersions versions;
    private final Ledger ledger;
    private final Completeness completeness;

    Signing(Notices notices, Addressing addressing, NoticeVersions versions, Ledger ledger, Completeness completeness) {
        this.notices = notices;
        this.addressing = addressing;
        this.versions = versions;
        this.ledger = ledger;
        this.completeness = completeness;
    }

    /**
     * Sends the draft for signature and keeps this version.
     *
     * @throws Refusal naming everything that is missing or wrong
     */
    public void submit(long noticeId) {
        Notice notice = notices.locked(noticeId);
        completeness.require(notice);
        if (!notices.advance(noticeId, NoticeStatus.DRAFT, NoticeStatus.SIGNING)) {
            throw Refusal.conflict("该通知已提交过签发，请刷新。", "The notice was submitted already.");
        }
        versions.keep(notice, addressing.addresseesOf(noticeId), addressing.duesOf(noticeId));
        ledger.onNotice(noticeId, Act.NOTICE_SUBMITTED, null, "第%d版".formatted(notice.version()));
    }

    /**
     * The lead signs; the notice is issued.
     *
     * @throws Refusal if another notice of that number was issued in the meantime
     */
    public void sign(long noticeId) {
        Notice notice = notices.get(noticeId);
        completeness.requireFree(noticeId, Fields.required(notice.documentNumber(), "发文字号"));
        moved(noticeId, NoticeStatus.ISSUED);
        versions.decide(noticeId, notice.version(), true, null);
    }

    /** Who sent the present version for signature. */
    public @Nullable String submittedBy(long noticeId) {
        return versions.of(noticeId).stream()
                .findFirst()
                .map(NoticeVersion::submittedBy)
                .orElse(null);
    }

    /** The lead returns the draft with a reason. */
    public void sendBack(long noticeId, String reason) {
        Notice notice = notices.get(noticeId);
        moved(noticeId, NoticeStatus.DRAFT);
        versions.decide(noticeId, notice.version(), false, reason);
        notices.nextVersion(noticeId);
        ledger.onNotice(noticeId, Act.NOTICE_RETURNED, "第%d版".formatted(notice.version()), reason);
    }

    private void moved(long noticeId, NoticeStatus to) {
        if (!notices.advance(noticeId, NoticeStatus.SIGNING, to)) {
            throw Refusal.conflict("该通知已不在待签发状态，请刷新。", "The notice is not waiting for signature any more.");
        }
    }
}
