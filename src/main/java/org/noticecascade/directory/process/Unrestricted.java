package org.noticecascade.directory.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * Runs engine calls as the service itself: without an authentication the engine checks neither permission nor tenant.
 * The person who is signed in is put back afterwards.
 */
@Component
class Unrestricted {
    private final IdentityService identities;

    Unrestricted(IdentityService identities) {
        this.identities = identities;
    }

    void run(Runnable work) {
        Authentication before = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            work.run();
        } finally {
            if (before != null) {
                identities.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
            }
        }
    }
}
