package org.noticecascade.study.process;

/** Ids of {@code local-study-session}. */
public final class StudyProcess {
    public static final String KEY = "local-study-session";
    public static final String SCHEDULE_SESSION = "userTask_scheduleSession";
    public static final String HOLD_SESSION = "userTask_holdSession";
    public static final String CONFIRM_SESSION = "userTask_confirmSession";

    private StudyProcess() {}
}
