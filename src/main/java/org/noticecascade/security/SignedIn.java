package org.noticecascade.security;

import java.util.List;
import org.noticecascade.platform.Caller;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody whose password was right, in this call (HTTP basic) or when their session began; the password is not kept. */
final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    private SignedIn(Caller caller) {
        super(EngineAuthenticationProvider.authorities(caller.groups()));
        this.caller = caller;
        setAuthenticated(true);
    }

    static SignedIn by(String user, List<String> groups, List<String> tenants) {
        return of(new Caller(user, groups, tenants));
    }

    static SignedIn of(Caller caller) {
        return new SignedIn(caller);
    }

    Caller caller() {
        return caller;
    }

    @Override
    public String getPrincipal() {
        return caller.user();
    }

    @Override
    public String getCredentials() {
        return "";
    }
}
