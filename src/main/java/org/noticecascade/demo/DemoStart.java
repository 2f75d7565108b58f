package org.noticecascade.demo;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.noticecascade.directory.Role;
import org.noticecascade.directory.Unit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Loads the demo persons at the first start and prints, at every start, how to sign in. */
@Component
@Profile("demo")
class DemoStart {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);
    private static final String ADMINISTRATOR = "admin";
    private static final String HEADQUARTERS_STAFF = "u000000staff";

    private final DemoPersons persons;
    private final IdentityService identities;
    private final DemoProperties properties;
    private final OneHash passwords;
    private final Environment environment;

    DemoStart(
            DemoPersons persons,
            IdentityService identities,
            DemoProperties properties,
            OneHash passwords,
            Environment environment) {
        this.persons = persons;
        this.identities = identities;
        this.properties = properties;
        this.passwords = passwords;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(20)
    void load() {
        if (identities.createUserQuery().userId(HEADQUARTERS_STAFF).count() == 0) {
            LOG.info("Demo: creating persons for headquarters, departments and provinces {}", properties.provinces());
            List<Unit> staffed = persons.load(properties.provinces());
            passwords.give(HEADQUARTERS_STAFF, properties.password());
            LOG.info("Demo: {} persons in {} units", staffed.size() * Role.values().length, staffed.size());
        }
        // Line by line: a log line holds no second one.
        """
                ------------------------------------------------------------------------------
                notice-cascade is ready:  http://localhost:%1$s/camunda/app/tasklist/
                  headquarters   u000000staff    u000000lead    u000000supervisor
                  a province     u310000staff    u310000lead    u310000supervisor
                  a county       u310101staff    u310101lead    u310101supervisor
                  administrator  %2$s
                  password of all demo accounts: %3$s
                  play the other units, move the clock: http://localhost:%1$s/camunda/api/cascade/demo/
                  what was mailed: http://localhost:%1$s/camunda/api/cascade/demo/mail
                ------------------------------------------------------------------------------""".formatted(port(), ADMINISTRATOR, properties.password()).lines().forEach(LOG::info);
    }

    private String port() {
        return environment.getProperty("local.server.port", "8080");
    }
}
