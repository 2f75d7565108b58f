package org.noticecascade.security.acts;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is an administrator, and of what: of the engine, or, where {@code cascade.administration.separate-duties} is set,
 * of its users. Until somebody administers users, administrators of the engine do.
 */
@Component
public class AdministratorGroups {
    /** The engine's group of those who administer users. */
    public static final String USERS = "UserAdministrators";

    private final boolean separate;
    private final ObjectProvider<JdbcClient> jdbc;

    AdministratorGroups(DutyProperties duty, ObjectProvider<JdbcClient> jdbc) {
        this.separate = duty.separateDuties();
        this.jdbc = jdbc;
    }

    /** Whether a member of these groups is an administrator of any kind. */
    public boolean administer(Collection<String> groups) {
        return groups.stream().anyMatch(this::isOfAdministrators);
    }

    /** Whether a member of these groups changes accounts, groups and the directory. */
    public boolean administerUsers(Collection<String> groups) {
        boolean ofEngine = groups.contains(Groups.CAMUNDA_ADMIN);
        return separate ? groups.contains(USERS) || (ofEngine && !anyAdministersUsers()) : ofEngine;
    }

    /** Whether a member of these groups is there for the engine's users alone. */
    public boolean administerUsersOnly(Collection<String> groups) {
        return separate && groups.contains(USERS) && !groups.contains(Groups.CAMUNDA_ADMIN);
    }

    boolean isOfAdministrators(String group) {
        return group.equals(Groups.CAMUNDA_ADMIN) || (separate && group.equals(USERS));
    }

    /** Whether a user is an administrator now. */
    boolean isAdministrator(String user) {
        return List.of(Groups.CAMUNDA_ADMIN, USERS).stream()
                .anyMatch(group -> isOfAdministrators(group) && isMember(user, group));
    }

    boolean isMember(String user, String group) {
        return jdbc.getObject()
                        .sql("select count(*) from ACT_ID_MEMBERSHIP where USER_ID_ = :user and GROUP_ID_ = :group")
                        .param("user", user)
                        .param("group", group)
                        .query(Long.class)
                        .single()
                > 0;
    }

    boolean anyAdministersUsers() {
        return jdbc.getObject()
                        .sql("select count(*) from ACT_ID_MEMBERSHIP where GROUP_ID_ = :group")
                        .param("group", USERS)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
