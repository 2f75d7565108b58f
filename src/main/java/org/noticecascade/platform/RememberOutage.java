package org.noticecascade.platform;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Keeps what the machine lacked for the answer of the engine's REST API, which only passes words on.
 *
 * <p>Interceptors are not public API: they are the engine's one place for this.
 */
final class RememberOutage extends CommandInterceptor {
    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            Outage.in(e).ifPresent(EngineErrors::remember);
            throw e;
        }
    }
}
