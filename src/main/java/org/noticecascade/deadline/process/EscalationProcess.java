package org.noticecascade.deadline.process;

/** Ids and variables of {@code overdue-escalation}; its business key is the unit's. */
public final class EscalationProcess {
    public static final String KEY = "overdue-escalation";
    public static final String HANDLE_OVERDUE = "userTask_handleOverdue";

    static final String WITHDRAW_UNIT = "serviceTask_withdrawUnit";
    static final String MEASURE = "measure";
    static final String REASON = "reason";
    static final String NEW_DUE = "newDue";
    static final String WAIVED = "waived";

    private EscalationProcess() {}
}
