package org.noticecascade.notice.process;

import org.noticecascade.directory.Level;

/** What the processes of all units have in common. */
public final class UnitProcess {
    public static final String PROVINCIAL_PLAN = "provincial-plan";
    public static final String LOCAL_STUDY_SESSION = "local-study-session";
    public static final String SIGN_RECEIPT = "userTask_signReceipt";
    public static final String WAIT_FOR_UNITS = "receiveTask_waitForUnits";
    public static final String UNITS_REPORTED = "units.reported";

    /** Asked by models that were deployed before units could start with the dispatch. */
    static final String HAS_UNITS = "hasUnits";

    static final String STARTED_AT_ONCE = "startedAtOnce";
    static final String MORE_UNITS = "moreUnits";
    static final String UNITS_OPEN = "unitsOpen";

    private UnitProcess() {}

    /** Provinces draw up a plan; departments and everybody below hold a study session. */
    public static String keyFor(Level level) {
        return level == Level.PROVINCE ? PROVINCIAL_PLAN : LOCAL_STUDY_SESSION;
    }
}
