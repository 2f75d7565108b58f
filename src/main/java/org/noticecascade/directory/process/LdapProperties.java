package org.noticecascade.directory.process;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing in against an LDAP directory instead of the engine's own users. See docs/security.md.
 *
 * @param url for example {@code ldaps://ldap.example.org:636}
 * @param managerDn who searches; the searches need no other permission than to read
 * @param groupIdAttribute holds the id as the service spells it, for example {@code U440300STAFF}
 * @param groupMemberAttribute holds the members' distinguished names
 * @param timeout of connecting and of each answer
 */
@ConfigurationProperties("cascade.security.ldap")
record LdapProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("") String url,
        @DefaultValue("") String baseDn,
        @DefaultValue("") String managerDn,
        @DefaultValue("") String managerPassword,
        @DefaultValue("") String userSearchBase,
        @DefaultValue("(objectclass=person)") String userSearchFilter,
        @DefaultValue("uid") String userIdAttribute,
        @DefaultValue("cn") String userFirstnameAttribute,
        @DefaultValue("sn") String userLastnameAttribute,
        @DefaultValue("mail") String userEmailAttribute,
        @DefaultValue("") String groupSearchBase,
        @DefaultValue("(objectclass=groupOfNames)") String groupSearchFilter,
        @DefaultValue("cn") String groupIdAttribute,
        @DefaultValue("cn") String groupNameAttribute,
        @DefaultValue("member") String groupMemberAttribute,
        @DefaultValue("5s") Duration timeout) {

    @Override
    public String toString() {
        return "LdapProperties[%s, %s]".formatted(url, baseDn);
    }
}
