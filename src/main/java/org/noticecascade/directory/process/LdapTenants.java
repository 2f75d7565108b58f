package org.noticecascade.directory.process;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/** Tenants where users come from LDAP: those of a person are those of the units of the person's groups. */
final class LdapTenants extends TenantQueryImpl {
    private static final long serialVersionUID = 1L;

    private final transient DirectoryTenants tenants;

    LdapTenants(CommandExecutor executor, DirectoryTenants tenants) {
        super(executor);
        this.tenants = tenants;
    }

    LdapTenants(DirectoryTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public long executeCount(CommandContext commandContext) {
        return found(commandContext).size();
    }

    @Override
    public List<Tenant> executeList(CommandContext commandContext, @Nullable Page page) {
        Stream<Tenant> found = found(commandContext).stream();
        return (page == null ? found : found.skip(page.getFirstResult()).limit(page.getMaxResults())).toList();
    }

    private List<Tenant> found(CommandContext commandContext) {
        return members(commandContext).stream()
                .filter(tenant -> id == null || id.equals(tenant.getId()))
                .filter(tenant -> ids == null || List.of(ids).contains(tenant.getId()))
                .filter(tenant -> name == null || name.equals(tenant.getName()))
                .filter(tenant -> mayRead(commandContext.getAuthentication(), tenant))
                .toList();
    }

    private List<Tenant> members(CommandContext commandContext) {
        if (groupId != null) {
            return tenants.of(List.of(groupId));
        }
        if (userId == null) {
            return tenants.all();
        }
        List<Group> groups = includingGroups
                ? commandContext
                        .getReadOnlyIdentityProvider()
                        .createGroupQuery(commandContext)
                        .groupMember(userId)
                        .list()
                : List.of();
        return tenants.of(groups.stream().map(Group::getId).toList());
    }

    /** Nobody signed in is the engine itself, which asks for the tenants of whoever signs in. */
    private static boolean mayRead(@Nullable Authentication authentication, Tenant tenant) {
        return authentication == null
                || holds(authentication.getTenantIds(), tenant.getId())
                || holds(authentication.getGroupIds(), Groups.CAMUNDA_ADMIN);
    }

    private static boolean holds(@Nullable List<String> ids, String id) {
        return ids != null && ids.stream().anyMatch(one -> Objects.equals(one, id));
    }
}
