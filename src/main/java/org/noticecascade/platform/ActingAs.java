package org.noticecascade.platform;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;

/** Runs engine calls under another authentication and puts the present one back, whatever happens. */
final class ActingAs {
    private ActingAs() {}

    /** @param who {@code null} for nobody: the engine then asks for no permission */
    static <T> T call(IdentityService identity, @Nullable Authentication who, Supplier<T> work) {
        Authentication before = identity.getCurrentAuthentication();
        set(identity, who);
        try {
            return work.get();
        } finally {
            set(identity, before);
        }
    }

    private static void set(IdentityService identity, @Nullable Authentication who) {
        if (who == null) {
            identity.clearAuthentication();
        } else {
            identity.setAuthentication(who.getUserId(), who.getGroupIds(), who.getTenantIds());
        }
    }
}
