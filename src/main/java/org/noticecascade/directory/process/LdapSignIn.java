package org.noticecascade.directory.process;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.plugin.AdministratorAuthorizationPlugin;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.identity.impl.ldap.LdapConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Person;
import org.noticecascade.platform.PasswordGate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Puts an LDAP directory in the place of the engine's own users and groups, where one is configured. */
@Component
@ConditionalOnProperty("cascade.security.ldap.enabled")
class LdapSignIn extends AbstractCamundaConfiguration {
    private final LdapProperties properties;
    private final DirectoryTenants tenants;
    private final PasswordGate gate;
    private final People people;

    LdapSignIn(
            LdapProperties properties,
            DirectoryTenants tenants,
            PasswordGate gate,
            People people,
            Environment environment) {
        if (properties.url().isBlank()) {
            throw new IllegalStateException(
                    "cascade.security.ldap.enabled is true, but cascade.security.ldap.url is empty. Set it.");
        }
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            throw new IllegalStateException(
                    "The profile demo creates users of its own, which an LDAP directory does not allow. Switch one off.");
        }
        this.properties = properties;
        this.tenants = tenants;
        this.gate = gate;
        this.people = people;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        LdapConfiguration directory = directory();
        configuration.setIdentityProviderSessionFactory(new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return LdapIdentities.class;
            }

            @Override
            public Session openSession() {
                return new LdapIdentities(directory, tenants, gate, LdapSignIn.this::isActive);
            }
        });
    }

    /** Nobody could administer the service otherwise: the engine knows no user whom to give it. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var administrators = new AdministratorAuthorizationPlugin();
        administrators.setAdministratorGroupName(Groups.CAMUNDA_ADMIN);
        administrators.postInit((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration());
        administrators.postProcessEngineBuild(engine);
    }

    /** Whom our directory does not know, such as administrators, it has not deactivated either. */
    private boolean isActive(String userId) {
        return people.find(userId).map(Person::active).orElse(true);
    }

    private LdapConfiguration directory() {
        LdapConfiguration directory = new LdapConfiguration();
        directory.setServerUrl(properties.url());
        directory.setBaseDn(properties.baseDn());
        directory.setManagerDn(properties.managerDn());
        directory.setManagerPassword(properties.managerPassword());
        directory.setUserSearchBase(properties.userSearchBase());
        directory.setUserSearchFilter(properties.userSearchFilter());
        directory.setUserIdAttribute(properties.userIdAttribute());
        directory.setUserFirstnameAttribute(properties.userFirstnameAttribute());
        directory.setUserLastnameAttribute(properties.userLastnameAttribute());
        directory.setUserEmailAttribute(properties.userEmailAttribute());
        directory.setGroupSearchBase(properties.groupSearchBase());
        directory.setGroupSearchFilter(properties.groupSearchFilter());
        directory.setGroupIdAttribute(properties.groupIdAttribute());
        directory.setGroupNameAttribute(properties.groupNameAttribute());
        directory.setGroupMemberAttribute(properties.groupMemberAttribute());
        String millis = String.valueOf(properties.timeout().toMillis());
        directory.setContextProperties(
                Map.of("com.sun.jndi.ldap.connect.timeout", millis, "com.sun.jndi.ldap.read.timeout", millis));
        return directory;
    }
}
