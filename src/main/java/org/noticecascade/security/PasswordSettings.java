package org.noticecascade.security;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.noticecascade.platform.PasswordGate;
import org.noticecascade.platform.ProfileTruth;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gives the engine our way of keeping, checking and judging passwords. Users from LDAP have their own. */
@Component
class PasswordSettings extends AbstractCamundaConfiguration {
    private final PasswordGate gate;
    private final StoredPasswords passwords;
    private final PasswordStrength strength;
    private final ObjectProvider<ProfileTruth> profiles;

    PasswordSettings(
            PasswordGate gate,
            StoredPasswords passwords,
            PasswordStrength strength,
            ObjectProvider<ProfileTruth> profiles) {
        this.gate = gate;
        this.passwords = passwords;
        this.strength = strength;
        this.profiles = profiles;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        if (configuration.getIdentityProviderSessionFactory() == null) {
            configuration.setIdentityProviderSessionFactory(WatchedIdentities.factory(gate, passwords, profiles));
        }
        configuration.setPasswordEncryptor(passwords.hash());
        List<PasswordPolicyRule> rules = new ArrayList<>();
        rules.add(new StorableLength());
        rules.addAll(new DefaultPasswordPolicyImpl().getRules());
        rules.add(new StrengthRule(strength));
        List<PasswordPolicyRule> noted =
                rules.stream().<PasswordPolicyRule>map(NotedRule::new).toList();
        configuration.setPasswordPolicy(() -> noted);
    }
}
