package org.noticecascade.platform;

import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The engine's authentication of this thread, set by the web applications' session or by HTTP basic. */
@Component
class EngineUser implements CurrentUser {
    private final IdentityService identity;

    EngineUser(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public String id() {
        Authentication authentication = authentication();
        return authentication == null ? SYSTEM : authentication.getUserId();
    }

    @Override
    public Set<String> groups() {
        Authentication authentication = authentication();
        return authentication == null || authentication.getGroupIds() == null
                ? Set.of()
                : new LinkedHashSet<>(authentication.getGroupIds());
    }

    @Override
    public boolean isAdministrator() {
        return groups().contains(Groups.CAMUNDA_ADMIN);
    }

    private @Nullable Authentication authentication() {
        return identity.getCurrentAuthentication();
    }
}
