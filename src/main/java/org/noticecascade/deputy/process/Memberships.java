package org.noticecascade.deputy.process;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Person;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * A deputy's groups in the engine; those the directory says are theirs are never taken away. Where users come from LDAP
 * nothing can be written: a deputy then needs the groups there.
 */
@Component
class Memberships {
    private final IdentityService identity;
    private final People people;

    Memberships(@Lazy IdentityService identity, People people) {
        this.identity = identity;
        this.people = people;
    }

    /** Adds the membership if it is not there; an import may have taken it away meanwhile. */
    void join(String userId, String groupId) {
        boolean exists = !identity.isReadOnly()
                && identity.createGroupQuery().groupId(groupId).count() == 1;
        if (exists && !isMember(userId, groupId)) {
            identity.createMembership(userId, groupId);
        }
    }

    void leave(String userId, String groupId) {
        if (!identity.isReadOnly() && isMember(userId, groupId)) {
            identity.deleteMembership(userId, groupId);
        }
    }

    /** Whether a person is in the group by a role of their own. */
    boolean isOwn(String userId, String groupId) {
        Optional<Person> person = people.find(userId).filter(Person::active);
        return person.isPresent()
                && person.get().roles().stream()
                        .anyMatch(role -> role.groupOf(person.get().unitCode()).equals(groupId));
    }

    private boolean isMember(String userId, String groupId) {
        return identity.createGroupQuery().groupId(groupId).groupMember(userId).count() == 1;
    }
}
