package org.noticecascade.directory.process;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Person;
import org.noticecascade.directory.Units;
import org.noticecascade.platform.ProfileTruth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The directory is the truth about a person's name, unit and mail address, to which mails go; a profile in the engine
 * only shows it. So a profile stays as it is or becomes what the directory says.
 */
@Component
class DirectoryProfiles implements ProfileTruth {
    private final People people;
    private final Units units;
    private final JdbcClient jdbc;

    DirectoryProfiles(People people, Units units, JdbcClient jdbc) {
        this.people = people;
        this.units = units;
        this.jdbc = jdbc;
    }

    @Override
    public boolean allows(User account) {
        Person person = people.find(account.getId()).orElse(null);
        return person == null
                || EngineUsers.isAs(
                        account, person, units.get(person.unitCode()).name())
                || isAsBefore(account);
    }

    /** An account that is gone leaves a person who gets mails and stands in lists: persons end in the directory. */
    @Override
    public boolean allowsRemoval(String userId) {
        return people.find(userId).isEmpty();
    }

    /** The next import would take it back. */
    @Override
    public boolean allowsMembership(String userId, String groupId) {
        return EngineGroups.read(groupId).isEmpty() || people.find(userId).isEmpty();
    }

    /** Asked of the table: the engine's own copy has the new values already. */
    private boolean isAsBefore(User account) {
        List<Profile> stored = jdbc.sql("select FIRST_, LAST_, EMAIL_ from ACT_ID_USER where ID_ = :id")
                .param("id", account.getId())
                .query((row, number) -> new Profile(row.getString(1), row.getString(2), row.getString(3)))
                .list();
        return stored.contains(new Profile(account.getFirstName(), account.getLastName(), account.getEmail()));
    }

    private record Profile(
            @Nullable String first,
            @Nullable String last,
            @Nullable String email) {

        private Profile {
            first = Objects.requireNonNullElse(first, "");
            last = Objects.requireNonNullElse(last, "");
            email = Objects.requireNonNullElse(email, "");
        }
    }
}
