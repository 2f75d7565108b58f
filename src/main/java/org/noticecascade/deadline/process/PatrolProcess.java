package org.noticecascade.deadline.process;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Ids of {@code deadline-patrol}. Its business key is the day, so that a job that runs after midnight keeps to it. */
public final class PatrolProcess {
    public static final String KEY = "deadline-patrol";
    public static final String SWEEP_PAGE = "serviceTask_sweepPage";
    public static final String START_ESCALATIONS = "serviceTask_startEscalations";

    static final String PATROL_NEEDED = "patrolNeeded";
    static final String MORE_PAGES = "morePages";
    static final String MORE_ESCALATIONS = "moreEscalations";

    private PatrolProcess() {}

    static LocalDate dayOf(DelegateExecution execution) {
        return LocalDate.parse(execution.getProcessBusinessKey());
    }
}
