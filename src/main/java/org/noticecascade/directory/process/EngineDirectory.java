package org.noticecascade.directory.process;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.identity.User;
import org.noticecascade.directory.ImportProgress;
import org.noticecascade.directory.ImportProgress.Stage;
import org.noticecascade.directory.Level;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Person;
import org.noticecascade.directory.Unit;
import org.noticecascade.directory.UnitChange;
import org.noticecascade.directory.UnitTree;
import org.noticecascade.directory.process.EngineGroups.UnitRole;
import org.springframework.stereotype.Component;

/** What changed units and persons mean for tenants, groups and users. Callers see to permissions. */
@Component
class EngineDirectory {
    private final People people;
    private final EngineTenants tenants;
    private final EngineGroups groups;
    private final EngineUsers users;

    EngineDirectory(People people, EngineTenants tenants, EngineGroups groups, EngineUsers users) {
        this.people = people;
        this.tenants = tenants;
        this.groups = groups;
        this.users = users;
    }

    /** @param tree the units as they are now */
    void followUnits(List<UnitChange> changes, UnitTree tree, ImportProgress progress) {
        boolean newTenant = saveTenants(changes, tree);
        Set<String> renamed = codes(changes.stream().filter(UnitChange::renamed).toList());
        Set<String> moved = codes(changes.stream().filter(UnitChange::moved).toList());
        List<UnitRole> known = newTenant || !renamed.isEmpty() || !moved.isEmpty() ? groups.all() : List.of();
        int done = 0;
        for (UnitRole group : known) {
            List<Unit> path = tree.pathUp(group.unitCode());
            boolean elsewhere = path.stream().anyMatch(unit -> moved.contains(unit.code()));
            boolean everywhere = newTenant && path.get(0).level() == Level.HQ;
            if (elsewhere || everywhere || renamed.contains(group.unitCode())) {
                groups.follow(group, tree);
            }
            progress.at(Stage.IDENTITIES, ++done, known.size());
        }
        renamed.forEach(code -> people.of(code)
                .forEach(person -> users.save(person, tree.get(code).name(), users.find(person.userId()))));
        progress.at(Stage.IDENTITIES, 1, 1);
    }

    /** @param tree the units as they are now */
    void followPeople(List<Person> persons, UnitTree tree, ImportProgress progress) {
        Map<String, User> known = users.all();
        Set<UnitRole> existing = new HashSet<>(groups.all());
        int done = 0;
        for (Person person : persons) {
            User user = known.get(person.userId());
            Set<UnitRole> wanted = groupsOf(person);
            users.save(person, tree.get(person.unitCode()).name(), user);
            wanted.stream().filter(existing::add).forEach(group -> groups.create(group, tree));
            if (user == null) {
                users.join(person.userId(), ids(wanted));
            } else {
                users.rejoin(person.userId(), ids(wanted));
            }
            progress.at(Stage.IDENTITIES, ++done, persons.size());
        }
    }

    void setPassword(String userId, String password) {
        users.setPassword(userId, password);
    }

    private boolean saveTenants(List<UnitChange> changes, UnitTree tree) {
        Set<String> changed = codes(changes);
        boolean added = false;
        for (Unit unit : tree.belowHeadquarters()) {
            added |= changed.contains(unit.code()) && tenants.save(unit);
        }
        return added;
    }

    private static Set<UnitRole> groupsOf(Person person) {
        return person.active()
                ? person.roles().stream()
                        .map(role -> new UnitRole(person.unitCode(), role))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static Set<String> ids(Set<UnitRole> unitRoles) {
        return unitRoles.stream().map(UnitRole::groupId).collect(Collectors.toSet());
    }

    private static Set<String> codes(List<UnitChange> changes) {
        return changes.stream().map(change -> change.after().code()).collect(Collectors.toSet());
    }
}
