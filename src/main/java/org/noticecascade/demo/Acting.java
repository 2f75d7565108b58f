package org.noticecascade.demo;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Person;
import org.noticecascade.directory.Role;
import org.springframework.stereotype.Component;

/** Acts as a unit's person for one piece of work, with exactly that person's permissions. */
@Component
class Acting {
    private final IdentityService identities;
    private final People people;

    Acting(IdentityService identities, People people) {
        this.identities = identities;
        this.people = people;
    }

    /**
     * Runs {@code work} as somebody of that unit and role; where the directory has nobody, as an invented actor.
     *
     * @param tenant the tenant of the task worked on
     */
    void as(String unitCode, Role role, @Nullable String tenant, Runnable work) {
        String user = people.of(unitCode, role).stream()
                .findFirst()
                .map(Person::userId)
                .orElseGet(() -> DemoPersons.userId(unitCode, role));
        identities.setAuthentication(
                user, List.of(role.groupOf(unitCode)), tenant == null ? List.of() : List.of(tenant));
        try {
            work.run();
        } finally {
            identities.clearAuthentication();
        }
    }
}
