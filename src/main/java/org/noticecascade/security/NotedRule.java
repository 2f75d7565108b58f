package org.noticecascade.security;

import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.noticecascade.platform.WeakPassword;

/** A rule of the password policy that is named in the answer when a password breaks it. */
record NotedRule(PasswordPolicyRule rule) implements PasswordPolicyRule {
    @Override
    public String getPlaceholder() {
        return rule.getPlaceholder();
    }

    @Override
    public Map<String, String> getParameters() {
        return rule.getParameters();
    }

    @Override
    public boolean execute(String password) {
        return noted(rule.execute(password));
    }

    @Override
    public boolean execute(String password, @Nullable User user) {
        return noted(rule.execute(password, user));
    }

    private boolean noted(boolean kept) {
        if (!kept) {
            WeakPassword.remember(rule);
        }
        return kept;
    }
}
