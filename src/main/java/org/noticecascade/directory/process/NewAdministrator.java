package org.noticecascade.directory.process;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.plugin.AdministratorAuthorizationPlugin;
import org.noticecascade.Refusal;
import org.noticecascade.directory.AdministratorAccounts;
import org.noticecascade.directory.People;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An administrator with the group and all its grants, as the engine's own set-up page makes one. */
@Component
class NewAdministrator implements AdministratorAccounts {
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{1,64}");

    private final ProcessEngine engine;
    private final EngineUsers users;
    private final People people;

    NewAdministrator(@Lazy ProcessEngine engine, EngineUsers users, People people) {
        this.engine = engine;
        this.users = users;
        this.people = people;
    }

    @Override
    @Transactional
    public void make(String id, String password) {
        IdentityService identities = engine.getIdentityService();
        requireUsable(id, identities);
        if (users.find(id) == null) {
            User user = identities.newUser(id);
            user.setFirstName("系统");
            user.setLastName("管理员");
            identities.saveUser(user);
        }
        users.setPassword(id, password);
        identities.unlockUser(id);
        join(id, identities);
    }

    private void requireUsable(String id, IdentityService identities) {
        if (identities.isReadOnly()) {
            throw Refusal.invalid(
                    "账号在 LDAP 中管理：请把管理员加入 LDAP 的 camunda-admin 组。",
                    "Accounts are kept in LDAP: put the administrator into its group camunda-admin.");
        }
        if (!ID.matcher(id).matches()) {
            throw Refusal.invalid("账号只能由字母和数字组成，最多 64 个。", "An id has letters and digits only, at most 64.");
        }
        if (people.find(id).isPresent()) {
            throw Refusal.invalid(
                    "账号 %s 属于单位人员。请为管理员另取账号。".formatted(id),
                    "Account %s is a person's of the directory. Choose another id for the administrator."
                            .formatted(id));
        }
    }

    private void join(String id, IdentityService identities) {
        if (identities.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
            Group group = identities.newGroup(Groups.CAMUNDA_ADMIN);
            group.setName("camunda BPM Administrators");
            group.setType(Groups.GROUP_TYPE_SYSTEM);
            identities.saveGroup(group);
        }
        var grants = new AdministratorAuthorizationPlugin();
        grants.setAdministratorGroupName(Groups.CAMUNDA_ADMIN);
        grants.postInit((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration());
        grants.postProcessEngineBuild(engine);
        boolean member = identities
                        .createGroupQuery()
                        .groupMember(id)
                        .groupId(Groups.CAMUNDA_ADMIN)
                        .count()
                > 0;
        if (!member) {
            identities.createMembership(id, Groups.CAMUNDA_ADMIN);
        }
    }
}
