package org.noticecascade.platform;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Runs engine calls of our own that the signed-in person has no permission for, after we have checked ours.
 *
 * <p>Inside a delegate the engine asks no permissions anyway; this is for calls from controllers and services.
 */
@Component
public class AsSystem {
    private final IdentityService identity;

    AsSystem(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /** The same where nothing is returned. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** Runs {@code work} without an authenticated user and restores the user afterwards. */
    public <T> T call(Supplier<T> work) {
        return ActingAs.call(identity, null, work);
    }
}
