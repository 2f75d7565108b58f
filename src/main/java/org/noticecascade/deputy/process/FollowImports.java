package org.noticecascade.deputy.process;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.noticecascade.directory.DirectoryChanges;
import org.noticecascade.directory.ImportProgress;
import org.noticecascade.directory.Person;
import org.noticecascade.directory.PersonChange;
import org.noticecascade.directory.UnitChange;
import org.noticecascade.platform.AsSystem;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * An import gives everybody exactly the groups of their roles: what deputies hold besides is put back at once, and tasks
 * that somebody has claimed for a group they are no longer in go back to the group.
 */
@Component
@Order
class FollowImports implements DirectoryChanges {
    private final StandingIn standingIn;
    private final ClaimedTasks claimed;
    private final AsSystem asSystem;

    FollowImports(StandingIn standingIn, ClaimedTasks claimed, AsSystem asSystem) {
        this.standingIn = standingIn;
        this.claimed = claimed;
        this.asSystem = asSystem;
    }

    @Override
    public void unitsChanged(List<UnitChange> changes, ImportProgress progress) {
        // Deputies hold groups by the codes of units, which never change.
    }

    @Override
    public void peopleChanged(List<PersonChange> changes, ImportProgress progress) {
        asSystem.call(() -> {
            changes.forEach(this::giveBack);
            return changes;
        });
        standingIn.look();
    }

    /** What somebody has claimed for a group they have left goes back to it: nobody else could take it. */
    private void giveBack(PersonChange change) {
        Person before = change.before();
        if (before != null && before.active()) {
            Set<String> left = groups(before);
            left.removeAll(groups(change.after()));
            left.forEach(group -> claimed.pass(before.userId(), null, group));
        }
    }

    private static Set<String> groups(Person person) {
        return person.active()
                ? person.roles().stream()
                        .map(role -> role.groupOf(person.unitCode()))
                        .collect(Collectors.toCollection(HashSet::new))
                : new HashSet<>();
    }
}
