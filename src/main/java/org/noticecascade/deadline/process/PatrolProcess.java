package org.noticecascade.deadline.process;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

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

    /**
     * Sets the flag the next gateway asks for; it lives for this transaction only, unless whoever completed the task
     * has stored a variable of that name: the engine takes no transient value for it then.
     */
    static void flag(DelegateExecution execution, String name, boolean value) {
        TypedValue current = execution.getVariableTyped(name, false);
        boolean stored = current != null && !current.isTransient();
        execution.setVariable(name, Variables.booleanValue(value, !stored));
    }
}
