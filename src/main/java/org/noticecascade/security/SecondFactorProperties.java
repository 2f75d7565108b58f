package org.noticecascade.security;

import java.util.Collection;
import org.camunda.bpm.engine.authorization.Groups;
import org.noticecascade.security.acts.AdministratorGroups;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Of whom a code is asked besides the password.
 *
 * @param secondFactor of whom
 * @param secondFactorKey what the secrets in the database are encrypted with: 32 random bytes in Base64
 */
@Validated
@ConfigurationProperties("cascade.accounts")
record SecondFactorProperties(
        @DefaultValue("NONE") Scope secondFactor,
        @DefaultValue("") String secondFactorKey) {

    /** Of whom a code is asked. */
    enum Scope {
        NONE {
            @Override
            boolean includes(String group) {
                return false;
            }
        },
        ADMINISTRATORS {
            @Override
            boolean includes(String group) {
                return isOfAdministrators(group);
            }
        },
        ADMINISTRATORS_AND_LEADS {
            @Override
            boolean includes(String group) {
                return isOfAdministrators(group) || group.matches("U[^/]+LEAD");
            }
        };

        abstract boolean includes(String group);

        private static boolean isOfAdministrators(String group) {
            return group.equals(Groups.CAMUNDA_ADMIN) || group.equals(AdministratorGroups.USERS);
        }
    }

    boolean isRequiredOf(Collection<String> groups) {
        return groups.stream().anyMatch(secondFactor::includes);
    }

    /** The key must not appear where the properties are printed. */
    @Override
    public String toString() {
        return "SecondFactorProperties[secondFactor=" + secondFactor + "]";
    }
}
