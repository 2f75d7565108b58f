package org.noticecascade.directory.process;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.noticecascade.directory.Person;
import org.springframework.stereotype.Component;

/**
 * One user per person, a member of the groups of the person's roles. Other groups of a user are left alone.
 *
 * <p>A new user has no password, so nothing that anybody types lets them in until an administrator sets one.
 */
@Component
class EngineUsers {
    private final IdentityService identities;
    private final Passwords passwords;

    EngineUsers(IdentityService identities, Passwords passwords) {
        this.identities = identities;
        this.passwords = passwords;
    }

    /** Every user by id, so that a long file needs no query per person. */
    Map<String, User> all() {
        return identities.createUserQuery().list().stream().collect(Collectors.toMap(User::getId, user -> user));
    }

    /** Creates or changes the user of this person; {@code known} is the user as it is, {@code null} if there is none. */
    void save(Person person, String unitName, @Nullable User known) {
        User user = known == null ? identities.newUser(person.userId()) : known;
        if (known != null && isAs(user, person, unitName)) {
            return;
        }
        user.setFirstName(person.name());
        user.setLastName(unitName);
        user.setEmail(person.email());
        identities.saveUser(user);
    }

    /** Makes a new user a member of these groups; they must exist. */
    void join(String userId, Set<String> wanted) {
        wanted.forEach(group -> identities.createMembership(userId, group));
    }

    /** Makes a user a member of exactly these of the directory's groups; they must exist. */
    void rejoin(String userId, Set<String> wanted) {
        Set<String> current = identities.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .filter(id -> EngineGroups.read(id).isPresent())
                .collect(Collectors.toSet());
        wanted.stream()
                .filter(group -> !current.contains(group))
                .forEach(group -> identities.createMembership(userId, group));
        current.stream()
                .filter(group -> !wanted.contains(group))
                .forEach(group -> identities.deleteMembership(userId, group));
    }

    void setPassword(String userId, String password) {
        User user = find(userId);
        if (user == null) {
            throw Refusal.notFound(
                    "没有用户“%s”。请核对用户名，或先导入该人员。".formatted(userId),
                    "There is no user '%s'. Check the id, or import the person first.".formatted(userId));
        }
        passwords.require(password, user);
        user.setPassword(password);
        identities.saveUser(user);
    }

    @Nullable
    User find(String userId) {
        return identities.createUserQuery().userId(userId).singleResult();
    }

    /** Whether the profile is what the directory says. */
    static boolean isAs(User user, Person person, String unitName) {
        return person.name().equals(user.getFirstName())
                && unitName.equals(user.getLastName())
                && Objects.equals(person.email(), user.getEmail());
    }
}
