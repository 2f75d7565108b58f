package org.noticecascade.report.process;

/** Ids of {@code unit-report}. */
public final class ReportProcess {
    public static final String KEY = "unit-report";
    public static final String COMPILE_REPORT = "userTask_compileReport";
    public static final String APPROVE_REPORT = "userTask_approveReport";
    public static final String REVIEW_REPORT = "userTask_reviewReport";

    private ReportProcess() {}
}
