package org.noticecascade.directory.process;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.noticecascade.directory.Level;
import org.noticecascade.directory.Unit;
import org.noticecascade.directory.UnitTree;
import org.springframework.stereotype.Component;

/**
 * One tenant per province and department, its id the unit's code. A group belongs to the tenant its unit stands in,
 * the groups of headquarters belong to all. A tenant is never deleted, because instances may carry it.
 */
@Component
class EngineTenants {
    private final IdentityService identities;

    EngineTenants(IdentityService identities) {
        this.identities = identities;
    }

    /** Creates or renames the tenant of this unit; returns whether it is new. */
    boolean save(Unit unit) {
        Tenant known = identities.createTenantQuery().tenantId(unit.code()).singleResult();
        if (known != null && unit.name().equals(known.getName())) {
            return false;
        }
        Tenant tenant = known == null ? identities.newTenant(unit.code()) : known;
        tenant.setName(unit.name());
        identities.saveTenant(tenant);
        return known == null;
    }

    /** Puts a new group of this unit into its tenants. */
    void join(String groupId, Unit unit, UnitTree tree) {
        of(unit, tree).forEach(tenant -> identities.createTenantGroupMembership(tenant.code(), groupId));
    }

    /** Puts a group of this unit into its tenants and takes it out of others. */
    void rejoin(String groupId, Unit unit, UnitTree tree) {
        Set<String> wanted = of(unit, tree).stream().map(Unit::code).collect(Collectors.toSet());
        Set<String> current = identities.createTenantQuery().groupMember(groupId).list().stream()
                .map(Tenant::getId)
                .collect(Collectors.toSet());
        wanted.stream()
                .filter(tenant -> !current.contains(tenant))
                .forEach(tenant -> identities.createTenantGroupMembership(tenant, groupId));
        current.stream()
                .filter(tenant -> !wanted.contains(tenant))
                .forEach(tenant -> identities.deleteTenantGroupMembership(tenant, groupId));
    }

    private static List<Unit> of(Unit unit, UnitTree tree) {
        return unit.level() == Level.HQ
                ? tree.belowHeadquarters()
                : tree.belowHeadquarters(unit.code()).stream().toList();
    }
}
