package org.noticecascade.platform;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** The yes or no the next gateway asks for; it lives for this transaction only and costs no row. */
public final class GatewayFlag {
    private GatewayFlag() {}

    /**
     * Sets the flag.
     *
     * <p>Whoever completes a task may have stored a variable of that name. The engine refuses to make a stored
     * variable transient, even once removed, and the process would stand still: a stored one is overwritten.
     */
    public static void set(DelegateExecution execution, String name, boolean value) {
        TypedValue current = execution.getVariableTyped(name, false);
        boolean stored = current != null && !current.isTransient();
        execution.setVariable(name, Variables.booleanValue(value, !stored));
    }
}
