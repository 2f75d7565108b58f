package org.noticecascade.notice.process;

import org.noticecascade.platform.Var;

/** Ids and variables of {@code headquarters-notice}. */
public final class NoticeProcess {
    public static final String KEY = "headquarters-notice";
    public static final String DRAFT_NOTICE = "userTask_draftNotice";
    public static final String SIGN_NOTICE = "userTask_signNotice";
    public static final String WAIT_FOR_UNITS = "receiveTask_waitForUnits";
    public static final String FINAL_DUE = "boundaryEvent_finalDue";
    public static final String COMPILE_NATIONAL_REPORT = "userTask_compileNationalReport";
    public static final String APPROVE_NATIONAL_REPORT = "userTask_approveNationalReport";
    public static final String ARCHIVE_NOTICE = "userTask_archiveNotice";

    /** The uploaded document the notice is read from; missing when a person starts from a blank draft. */
    public static final Var<Long> DOCUMENT_ID = new Var<>("documentId", Long.class);

    /** A Date: the moment headquarters stops waiting. */
    public static final String FINAL_DUE_AT = "finalDueAt";

    private NoticeProcess() {}
}
