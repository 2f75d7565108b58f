package org.noticecascade.security;

import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;

/** No more characters than anybody types; the lower bound is the engine's own rule. */
final class StorableLength implements PasswordPolicyRule {
    /** Shown as it is where a language has no words for it; the Chinese one has. */
    static final String PLACEHOLDER = "At most 128 characters";

    static final int MOST = 128;

    @Override
    public String getPlaceholder() {
        return PLACEHOLDER;
    }

    @Override
    public Map<String, String> getParameters() {
        return Map.of();
    }

    @Override
    public boolean execute(String password) {
        return password.length() <= MOST;
    }
}
