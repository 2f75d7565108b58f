package org.noticecascade.security.acts;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Creates the group of those who administer users, with its permissions, where the duties are separate. */
@Component
@ConditionalOnProperty("cascade.administration.separate-duties")
class UserAdministratorsGroup {
    private static final List<Resource> USERS = List.of(
            Resources.USER,
            Resources.GROUP,
            Resources.GROUP_MEMBERSHIP,
            Resources.TENANT,
            Resources.TENANT_MEMBERSHIP,
            Resources.AUTHORIZATION);

    private final IdentityService identities;
    private final AuthorizationService authorizations;

    UserAdministratorsGroup(IdentityService identities, AuthorizationService authorizations) {
        this.identities = identities;
        this.authorizations = authorizations;
    }

    @EventListener(ApplicationReadyEvent.class)
    void create() {
        boolean missing =
                identities.createGroupQuery().groupId(AdministratorGroups.USERS).count() == 0;
        if (missing && !identities.isReadOnly()) {
            Group group = identities.newGroup(AdministratorGroups.USERS);
            group.setName("用户管理员 · User administrators");
            group.setType("SYSTEM");
            identities.saveGroup(group);
        }
        USERS.forEach(resource -> grant(resource, ANY, Permissions.ALL));
        grant(Resources.APPLICATION, "admin", Permissions.ACCESS);
    }

    private void grant(Resource resource, String id, Permissions permission) {
        boolean there = authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(AdministratorGroups.USERS)
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0;
        if (!there) {
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(AdministratorGroups.USERS);
            grant.setResource(resource);
            grant.setResourceId(id);
            grant.addPermission(permission);
            authorizations.saveAuthorization(grant);
        }
    }
}
