package org.noticecascade.directory.process;

import java.util.List;
import org.noticecascade.directory.DirectoryChanges;
import org.noticecascade.directory.ImportProgress;
import org.noticecascade.directory.Person;
import org.noticecascade.directory.PersonChange;
import org.noticecascade.directory.UnitChange;
import org.noticecascade.directory.UnitTree;
import org.noticecascade.directory.Units;
import org.noticecascade.platform.AsSystem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the engine's users, groups and tenants as the directory says, in the same transaction.
 *
 * <p>Not where users come from LDAP: the engine only reads those, and an import then changes the directory alone.
 *
 * <p>Works for whoever calls: in the request of an administrator as well as in a background thread.
 */
@Component
@Order(0)
@ConditionalOnProperty(name = "cascade.security.ldap.enabled", havingValue = "false", matchIfMissing = true)
public class EngineIdentities implements DirectoryChanges {
    private final Units units;
    private final EngineDirectory engine;
    private final AsSystem asSystem;

    EngineIdentities(Units units, EngineDirectory engine, AsSystem asSystem) {
        this.units = units;
        this.engine = engine;
        this.asSystem = asSystem;
    }

    @Override
    public void unitsChanged(List<UnitChange> changes, ImportProgress progress) {
        if (!changes.isEmpty()) {
            asSystem.run(() -> engine.followUnits(changes, UnitTree.of(units.all()), progress));
        }
    }

    @Override
    public void peopleChanged(List<PersonChange> changes, ImportProgress progress) {
        List<Person> persons = changes.stream().map(PersonChange::after).toList();
        if (!persons.isEmpty()) {
            asSystem.run(() -> engine.followPeople(persons, UnitTree.of(units.all()), progress));
        }
    }

    /**
     * Sets the password of a person, who has none to sign in with after an import.
     *
     * @throws org.noticecascade.Refusal if there is no such user or the password is too weak
     */
    public void setPassword(String userId, String password) {
        asSystem.run(() -> engine.setPassword(userId, password));
    }
}
