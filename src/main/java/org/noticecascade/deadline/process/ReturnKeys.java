package org.noticecascade.deadline.process;

import org.noticecascade.mail.MailKind;

/** Keys of mails on what was returned: one per version and person, so that a retry doubles nothing. */
final class ReturnKeys {
    private static final String DRAFT = MailKind.RETURN + ":NOTICE:";

    private ReturnKeys() {}

    /** The draft of a notice; what a unit hands in has the plain key of its kind. */
    static String ofDraft(long noticeId, int version, String userId) {
        return "%s%d:%d:%s".formatted(DRAFT, noticeId, version, userId);
    }

    static boolean isOfDraft(String key) {
        return key.startsWith(DRAFT);
    }
}
