package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine reads every group there is before it checks one caller's permissions; the service does not let it. */
@ProcessTest
class CallersGroupsTest {
    private static final String WITHOUT_PERMISSIONS = "U999999STAFF";

    @Autowired
    private ProcessEngine engine;

    @Test
    void takesTheCallersGroupsWithoutReadingThePermissionTable() {
        List<String> kept = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context ->
                        context.getAuthorizationManager().filterAuthenticatedGroupIds(List.of(WITHOUT_PERMISSIONS)));

        assertThat(kept).as("nothing was looked up").containsExactly(WITHOUT_PERMISSIONS);
    }

    @Test
    void grantsNothingToAGroupWithoutPermissions() {
        assertThat(mayOpenCockpit(List.of(WITHOUT_PERMISSIONS))).isFalse();
        assertThat(mayOpenCockpit(List.of())).isFalse();
        assertThat(mayOpenCockpit(List.of(WITHOUT_PERMISSIONS, "U000000SUPERVISOR")))
                .isTrue();
    }

    private boolean mayOpenCockpit(List<String> groups) {
        return engine.getAuthorizationService()
                .isUserAuthorized("nobody", groups, Permissions.ACCESS, Resources.APPLICATION, "cockpit");
    }
}
