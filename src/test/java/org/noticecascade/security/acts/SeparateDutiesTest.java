package org.noticecascade.security.acts;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.Test;
import org.noticecascade.Refusal;

class SeparateDutiesTest {
    private static final Authentication ENGINE = new Authentication("engineer", List.of("camunda-admin"));
    private static final Authentication USERS = new Authentication("registrar", List.of("UserAdministrators"));
    private static final Authentication STAFF = new Authentication("staff", List.of("U640104STAFF"));

    private boolean anyAdministersUsers = true;

    private final SeparateDuties duties = new SeparateDuties(
            (user, group) -> user.equals("engineer") && group.equals("camunda-admin"), () -> anyAdministersUsers);
    private final CommandRules rules = new CommandRules();

    @Test
    void keepsUsersFromAdministratorsOfTheEngine() {
        refuses(ENGINE, new CreateMembershipCmd("li", "U310000STAFF"));
        refuses(ENGINE, saving("li"));
        allows(USERS, new CreateMembershipCmd("li", "U310000STAFF"));
        allows(USERS, saving("li"));
    }

    /** Otherwise nobody could name the first one. */
    @Test
    void leavesUsersToAdministratorsOfTheEngineUntilSomebodyAdministersThem() {
        anyAdministersUsers = false;

        allows(ENGINE, new CreateMembershipCmd("li", "UserAdministrators"));
        refuses(ENGINE, new CreateMembershipCmd("engineer", "UserAdministrators"));
    }

    @Test
    void keepsTheEngineFromAdministratorsOfUsers() {
        refuses(USERS, deleting());
        allows(ENGINE, deleting());
    }

    @Test
    void leavesEverybodyTheirOwnAccountAndWork() {
        allows(ENGINE, saving("engineer"));
        allows(USERS, new CompleteTaskCmd("1", null));
        allows(STAFF, saving("staff"));
        allows(STAFF, new CompleteTaskCmd("1", null));
    }

    @Test
    void letsNobodyBecomeBothOrMakeThemselvesOne() {
        refuses(USERS, new CreateMembershipCmd("engineer", "UserAdministrators"));
        refuses(USERS, new CreateMembershipCmd("registrar", "camunda-admin"));
        allows(USERS, new CreateMembershipCmd("li", "camunda-admin"));
    }

    @Test
    void letsNobodyGivePermissionsToThemselves() {
        refuses(USERS, granting("registrar", null));
        refuses(USERS, granting(null, "UserAdministrators"));
        allows(USERS, granting("li", null));
        refuses(ENGINE, granting("engineer", null));
    }

    private static SaveUserCmd saving(String id) {
        return new SaveUserCmd(new UserEntity(id));
    }

    private static DeleteProcessInstanceCmd deleting() {
        return new DeleteProcessInstanceCmd("1", "x", false, false, false, false, true);
    }

    private static SaveAuthorizationCmd granting(String user, String group) {
        AuthorizationEntity authorization = new AuthorizationEntity(Authorization.AUTH_TYPE_GRANT);
        authorization.setResource(Resources.PROCESS_INSTANCE);
        authorization.setResourceId("*");
        authorization.setUserId(user);
        if (user == null) {
            authorization.setGroupId(group);
        }
        return new SaveAuthorizationCmd(authorization);
    }

    private void allows(Authentication person, Command<?> command) {
        assertThatCode(() -> duties.check(rules.of(command.getClass()), command, person))
                .doesNotThrowAnyException();
    }

    private void refuses(Authentication person, Command<?> command) {
        assertThatThrownBy(() -> duties.check(rules.of(command.getClass()), command, person))
                .isInstanceOf(Refusal.class);
    }
}
