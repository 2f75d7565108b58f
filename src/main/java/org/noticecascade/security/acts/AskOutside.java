package org.noticecascade.security.acts;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.noticecascade.Refusal;
import org.noticecascade.platform.EngineErrors;

/**
 * Notes what waits for a second administrator once the command's transaction is over: the note outlives it, and no call
 * holds two connections, of which there would soon be none left.
 *
 * <p>Interceptors are not public API: they are the engine's one place for this.
 */
final class AskOutside extends CommandInterceptor {
    private final Supplier<PendingActs> pending;

    AskOutside(Supplier<PendingActs> pending) {
        this.pending = pending;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (NotConfirmed notYet) {
            Refusal refusal = pending.get().ask(notYet.asked());
            EngineErrors.remember(refusal);
            throw refusal;
        }
    }
}
