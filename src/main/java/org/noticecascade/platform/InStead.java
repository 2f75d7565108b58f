package org.noticecascade.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Lets the signed-in person do in the engine what a group may do, after we have checked that they may stand in for it.
 * The person stays who they are: the ledger and the engine's history name them.
 */
@Component
public class InStead {
    private final IdentityService identity;

    InStead(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /** Runs {@code work} with that one group more and restores the person's own groups afterwards. */
    public <T> T of(String groupId, Supplier<T> work) {
        Authentication person = identity.getCurrentAuthentication();
        List<String> groups = new ArrayList<>(orNone(person.getGroupIds()));
        groups.add(groupId);
        return ActingAs.call(identity, new Authentication(person.getUserId(), groups, person.getTenantIds()), work);
    }

    private static List<String> orNone(@Nullable List<String> groups) {
        return groups == null ? List.of() : groups;
    }
}
