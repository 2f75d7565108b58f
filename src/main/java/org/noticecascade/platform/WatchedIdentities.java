package org.noticecascade.platform;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/**
 * The engine's own users, with every check of a password in the security log, whichever way it came: the sign-in
 * page, HTTP basic, or the engine's REST API.
 *
 * <p>The provider is the engine's extension point for identities, its base class is not public API: this class is the
 * one place that touches it.
 */
final class WatchedIdentities extends DbIdentityServiceProvider {
    private final SecurityLog log;

    private WatchedIdentities(SecurityLog log) {
        this.log = log;
    }

    static SessionFactory factory(SecurityLog log) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return DbIdentityServiceProvider.class;
            }

            @Override
            public Session openSession() {
                return new WatchedIdentities(log);
            }
        };
    }

    @Override
    public boolean checkPassword(@Nullable String userId, @Nullable String password) {
        UserEntity user = userId == null ? null : findUserById(userId);
        boolean locked = user != null && isUserLocked(user);
        boolean right = super.checkPassword(userId, password);
        if (right && user != null) {
            log.signedIn(user.getId());
        } else {
            log.signInFailed(userId, user == null ? "unknown-account" : locked ? "locked" : "wrong-password");
            if (user != null && !locked && isLast(user)) {
                log.locked(user.getId());
            }
        }
        return right;
    }

    private static boolean isLast(UserEntity user) {
        int most = Context.getProcessEngineConfiguration().getLoginMaxAttempts();
        return user.getAttempts() >= most;
    }
}
