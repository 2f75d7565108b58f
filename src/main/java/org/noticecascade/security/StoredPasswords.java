package org.noticecascade.security;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.jspecify.annotations.Nullable;
import org.noticecascade.platform.PasswordGate.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares a password with what the engine's table of users holds, and renews an old hash when the password was right.
 *
 * <p>An unknown account, one without a password and one that is locked take as long as a wrong password: the time of an
 * answer does not tell who exists.
 */
@Component
class StoredPasswords {
    private final SlowHash hash;
    private final VerifiedPasswords verified;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final String nobodys;

    StoredPasswords(AccountProperties settings, VerifiedPasswords verified, JdbcClient jdbc, Clock clock) {
        this.hash = new SlowHash(settings.hashCost());
        this.verified = verified;
        this.jdbc = jdbc;
        this.clock = clock;
        this.nobodys = hash.encrypt("nobody's");
    }

    SlowHash hash() {
        return hash;
    }

    /** Called inside a command of the engine. */
    Outcome check(@Nullable UserEntity user, String password) {
        String stored = user == null ? null : user.getPassword();
        if (user == null || stored == null || isLocked(user)) {
            hash.check(password, nobodys);
            return user == null ? Outcome.UNKNOWN : stored == null ? Outcome.WRONG : Outcome.LOCKED;
        }
        if (!verified.knows(user.getId(), password, stored)) {
            if (!matches(user, password, stored)) {
                asSlowAsEver(password, stored);
                return Outcome.WRONG;
            }
            verified.remember(user.getId(), password, hash.isOutdated(stored) ? renew(user, password, stored) : stored);
        }
        return isActive(user.getId()) ? Outcome.RIGHT : Outcome.INACTIVE;
    }

    /** An old hash is fast; a wrong password for it must not answer sooner than one for nobody. */
    private void asSlowAsEver(String password, String stored) {
        if (hash.isOutdated(stored)) {
            hash.check(password, nobodys);
        }
    }

    private boolean isLocked(UserEntity user) {
        Date until = user.getLockExpirationTime();
        return until != null && until.toInstant().isAfter(clock.instant());
    }

    private static boolean matches(UserEntity user, String password, String stored) {
        return Context.getProcessEngineConfiguration()
                .getPasswordManager()
                .check(EncryptionUtil.saltPassword(password, user.getSalt()), stored);
    }

    /** By one statement with a condition, so that two nodes renewing at once disturb neither each other nor a change. */
    private String renew(UserEntity user, String password, String stored) {
        var engine = Context.getProcessEngineConfiguration();
        String salt = engine.getSaltGenerator().generateSalt();
        String renewed = engine.getPasswordManager().encrypt(EncryptionUtil.saltPassword(password, salt));
        jdbc.sql("update ACT_ID_USER set PWD_ = ?, SALT_ = ?, REV_ = REV_ + 1 where ID_ = ? and PWD_ = ?")
                .params(renewed, salt, user.getId(), stored)
                .update();
        return renewed;
    }

    /** Whom the directory does not know, such as administrators, it has not deactivated either. */
    private boolean isActive(String userId) {
        return jdbc.sql("select active from person where user_id = ?")
                .param(userId)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }
}
