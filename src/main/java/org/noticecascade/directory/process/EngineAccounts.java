package org.noticecascade.directory.process;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.noticecascade.directory.OutsideAccounts;
import org.noticecascade.platform.AsSystem;
import org.springframework.stereotype.Component;

/**
 * The engine's accounts and groups. Where they come from LDAP, persons have their accounts before they are imported, and
 * an import changes none: there, only those of administrators are not for persons.
 */
@Component
class EngineAccounts implements OutsideAccounts {
    private final IdentityService identities;
    private final AsSystem asSystem;

    EngineAccounts(IdentityService identities, AsSystem asSystem) {
        this.identities = identities;
        this.asSystem = asSystem;
    }

    @Override
    public Set<String> userIds() {
        return asSystem.call(() -> {
            var users = identities.createUserQuery();
            return (identities.isReadOnly() ? users.memberOfGroup(Groups.CAMUNDA_ADMIN) : users)
                    .list().stream().map(User::getId).collect(Collectors.toSet());
        });
    }

    @Override
    public Set<String> withoutAccount(Collection<String> userIds) {
        if (identities.isReadOnly()) {
            return Set.of();
        }
        Set<String> lost = new HashSet<>(userIds);
        lost.removeAll(userIds());
        return lost;
    }

    @Override
    public Set<String> foreignGroupIds() {
        return asSystem.call(() -> identities.isReadOnly()
                ? Set.<String>of()
                : identities.createGroupQuery().list().stream()
                        .filter(group -> !EngineGroups.isOfAUnit(group))
                        .map(Group::getId)
                        .collect(Collectors.toSet()));
    }
}
