package org.noticecascade.security;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Asks the engine for the password of HTTP basic, as the web applications' sign-in does: both share its pauses after
 * wrong guesses. Groups and tenants are read anew with each call.
 */
final class EngineAuthenticationProvider implements AuthenticationProvider {
    private final IdentityService identity;

    EngineAuthenticationProvider(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String user = given.getName();
        Object password = given.getCredentials();
        if (user.isEmpty() || password == null || !identity.checkPassword(user, password.toString())) {
            throw new BadCredentialsException("The engine does not accept this user and password");
        }
        List<String> groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        List<String> tenants = identity.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .toList();
        return SignedIn.by(user, groups, tenants);
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    /** What a person's groups let them do, as Spring Security names it. */
    static List<GrantedAuthority> authorities(List<String> groups) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        groups.forEach(group -> authorities.add(new SimpleGrantedAuthority(group)));
        return authorities;
    }
}
