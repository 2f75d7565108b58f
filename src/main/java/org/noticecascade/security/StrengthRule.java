package org.noticecascade.security;

import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;

/** A password that no list of common ones leads to, and that is not made of the person's own data. */
final class StrengthRule implements PasswordPolicyRule {
    /** Shown as it is where a language has no words for it; the Chinese one has. */
    static final String PLACEHOLDER = "Hard to guess; no common password";

    private final PasswordStrength strength;

    StrengthRule(PasswordStrength strength) {
        this.strength = strength;
    }

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
        return strength.suffices(password, Stream.empty());
    }

    /** The unit's name is the last name of the users that the import creates. */
    @Override
    public boolean execute(String password, @Nullable User user) {
        return user == null
                ? execute(password)
                : strength.suffices(
                        password, Stream.of(user.getId(), user.getFirstName(), user.getLastName(), user.getEmail()));
    }
}
