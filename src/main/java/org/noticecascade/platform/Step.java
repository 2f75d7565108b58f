package org.noticecascade.platform;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.noticecascade.Refusal;

/**
 * A service task of ours. A {@link Refusal} rolls the engine's transaction back, so that the user task before it
 * stays open, and reaches the person as the answer to the call that completed it.
 */
public abstract class Step implements JavaDelegate {

    @Override
    public final void execute(DelegateExecution execution) {
        try (LogContext.Work ignored = LogContext.within(execution.getProcessBusinessKey())) {
            run(execution);
        } catch (Refusal refusal) {
            EngineErrors.remember(refusal);
            throw new BadUserRequestException(refusal.chinese(), refusal);
        }
    }

    /** The element's work. */
    protected abstract void run(DelegateExecution execution);
}
