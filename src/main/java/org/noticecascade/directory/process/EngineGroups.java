package org.noticecascade.directory.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.noticecascade.directory.Role;
import org.noticecascade.directory.Unit;
import org.noticecascade.directory.UnitTree;
import org.springframework.stereotype.Component;

/** One group per unit and role that some person has or had. */
@Component
class EngineGroups {
    private static final String TYPE = "WORKFLOW";

    /** A group's unit and role, as its id spells them. */
    record UnitRole(String unitCode, Role role) {
        String groupId() {
            return role.groupOf(unitCode);
        }
    }

    private final IdentityService identities;
    private final EngineTenants tenants;

    EngineGroups(IdentityService identities, EngineTenants tenants) {
        this.identities = identities;
        this.tenants = tenants;
    }

    /** Reads an id such as {@code U440300STAFF}; empty for groups that are none of the directory's. */
    static Optional<UnitRole> read(String groupId) {
        return Role.unitOf(groupId).map(unit -> new UnitRole(unit, Role.valueOf(groupId.substring(1 + unit.length()))));
    }

    /** Whether an import made this group. */
    static boolean isOfAUnit(Group group) {
        return TYPE.equals(group.getType()) && read(group.getId()).isPresent();
    }

    /** The directory's groups, of every unit. */
    List<UnitRole> all() {
        return identities.createGroupQuery().groupType(TYPE).list().stream()
                .flatMap(group -> read(group.getId()).stream())
                .toList();
    }

    /** Creates the group and puts it into the tenants of its unit. */
    void create(UnitRole unitRole, UnitTree tree) {
        Unit unit = tree.get(unitRole.unitCode());
        Group group = identities.newGroup(unitRole.groupId());
        group.setName(name(unit, unitRole.role()));
        group.setType(TYPE);
        identities.saveGroup(group);
        tenants.join(unitRole.groupId(), unit, tree);
    }

    /** Gives an existing group the name and the tenants its unit has now. */
    void follow(UnitRole unitRole, UnitTree tree) {
        Unit unit = tree.get(unitRole.unitCode());
        String name = name(unit, unitRole.role());
        Group group = identities.createGroupQuery().groupId(unitRole.groupId()).singleResult();
        if (!name.equals(group.getName())) {
            group.setName(name);
            identities.saveGroup(group);
        }
        tenants.rejoin(unitRole.groupId(), unit, tree);
    }

    private static String name(Unit unit, Role role) {
        return unit.name() + " " + role.label();
    }
}
