package org.noticecascade.directory.process;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.noticecascade.platform.WeakPassword;
import org.springframework.stereotype.Component;

/** The engine's password policy, if it is on. */
@Component
class Passwords {
    private final IdentityService identities;

    Passwords(IdentityService identities) {
        this.identities = identities;
    }

    /**
     * Asks the policy about this password for this user.
     *
     * @throws WeakPassword naming the rules that it breaks
     */
    void require(String password, User user) {
        List<PasswordPolicyRule> broken = identities.getPasswordPolicy() == null
                ? List.of()
                : identities.checkPasswordAgainstPolicy(password, user).getViolatedRules();
        if (!broken.isEmpty()) {
            throw WeakPassword.of(broken);
        }
    }
}
