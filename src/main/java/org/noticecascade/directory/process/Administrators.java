package org.noticecascade.directory.process;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.noticecascade.Refusal;
import org.springframework.stereotype.Component;

/** Those who may change the directory: members of the engine's group {@code camunda-admin}. */
@Component
public class Administrators {
    private static final String GROUP = "camunda-admin";

    private final IdentityService identities;

    Administrators(IdentityService identities) {
        this.identities = identities;
    }

    /**
     * Goes on only for an administrator.
     *
     * @throws Refusal if whoever is signed in is none, or nobody is signed in
     */
    public void require() {
        Authentication current = identities.getCurrentAuthentication();
        List<String> groups = current == null ? null : current.getGroupIds();
        if (groups == null || !groups.contains(GROUP)) {
            throw Refusal.forbidden(
                    "只有管理员可以导入单位和人员。请联系系统管理员。",
                    "Only administrators may import units and persons. Ask an administrator.");
        }
    }
}
