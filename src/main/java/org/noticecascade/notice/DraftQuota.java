package org.noticecascade.notice;

import org.noticecascade.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts a person's open drafts and unused documents before another is kept; calls at once wait for each other. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DraftQuota {
    private final JdbcClient jdbc;
    private final DraftProperties limits;

    DraftQuota(JdbcClient jdbc, DraftProperties limits) {
        this.jdbc = jdbc;
        this.limits = limits;
    }

    /** @throws Refusal if the person has as many open drafts as are allowed */
    void requireRoomForNotice(String userId) {
        lock();
        if (count("select count(*) from notice where status = 'DRAFT' and created_by = :user", userId)
                >= limits.notices()) {
            throw Refusal.conflict(
                    "您已有 %d 件未签发的通知草稿，本次未新建。请先办完已有草稿。".formatted(limits.notices()),
                    "You have %d open drafts; nothing was opened. Finish some first.".formatted(limits.notices()));
        }
    }

    /** @throws Refusal if the person has uploaded as many texts without opening a notice as are allowed */
    void requireRoomForDocument(String userId) {
        lock();
        long unused = count("""
                        select count(*) from attachment a where a.notice_id is null and a.uploaded_by = :user
                           and not exists (select 1 from submission_file f where f.attachment_id = a.id)""", userId);
        if (unused >= limits.documents()) {
            throw Refusal.conflict(
                    "您已上传 %d 份尚未据此建立通知的文件，本次未保存。请先用已上传的文件建立通知。".formatted(limits.documents()),
                    "You have uploaded %d texts without opening a notice from them; nothing was stored."
                            .formatted(limits.documents()));
        }
    }

    private long count(String sql, String userId) {
        return jdbc.sql(sql).param("user", userId).query(Long.class).single();
    }

    /** One row that every draft has in common. */
    private void lock() {
        jdbc.sql("select code from unit where level = 'HQ' for update")
                .query(String.class)
                .optional();
    }
}
