package org.noticecascade.deputy.process;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * A deputy's groups in the engine; those the directory says are theirs are never taken away. Where users come from LDAP
 * nothing can be written: a deputy then needs the groups there.
 */
@Component
class Memberships {
    private static final Logger LOG = LoggerFactory.getLogger(Memberships.class);

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
        if (exists && !isMember(userId, groupId) && hasAccount(userId)) {
            identity.createMembership(userId, groupId);
        }
    }

    /** Whether somebody can sign in by that name; an administrator may have deleted the user and left the person. */
    boolean hasAccount(String userId) {
        boolean has = identity.isReadOnly()
                || identity.createUserQuery().userId(userId).count() == 1;
        if (!has) {
            LOG.warn("Deputy {} has no account: import the person again, or name another deputy.", userId);
        }
        return has;
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
