package org.noticecascade.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.identity.db.DbTenantQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/**
 * The engine's own users, with every check of a password in the security log, whichever way it came: the sign-in
 * page, HTTP basic, or the engine's REST API.
 *
 * <p>Whose tenants a user has is asked at every sign-in and every call with HTTP basic. The engine asks it in one
 * statement that PostgreSQL can only answer by reading every membership: 104 ms with an account for each role of 44,561
 * units, twice per sign-in. Here the groups come first, and then each one's tenants by its index.
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

    @Override
    public List<Tenant> findTenantByQueryCriteria(DbTenantQueryImpl query) {
        String user = query.getUserId();
        return user != null && asksOnlyWhoseTenants(query) ? tenantsOf(user) : super.findTenantByQueryCriteria(query);
    }

    private static boolean asksOnlyWhoseTenants(DbTenantQueryImpl query) {
        return query.isIncludingGroups()
                && query.getId() == null
                && query.getIds() == null
                && query.getName() == null
                && query.getNameLike() == null
                && query.getGroupId() == null
                && query.getOrderingProperties().isEmpty()
                && query.getFirstResult() == 0
                && query.getMaxResults() == Integer.MAX_VALUE;
    }

    private List<Tenant> tenantsOf(String user) {
        CommandContext command = Context.getCommandContext();
        List<Group> groups = command.runWithoutAuthorization(
                () -> createGroupQuery(command).groupMember(user).list());
        Map<String, Tenant> found = new TreeMap<>();
        createTenantQuery(command).userMember(user).list().forEach(tenant -> found.put(tenant.getId(), tenant));
        for (Group group : groups) {
            createTenantQuery(command)
                    .groupMember(group.getId())
                    .list()
                    .forEach(tenant -> found.put(tenant.getId(), tenant));
        }
        return new ArrayList<>(found.values());
    }

    private static boolean isLast(UserEntity user) {
        int most = Context.getProcessEngineConfiguration().getLoginMaxAttempts();
        return user.getAttempts() >= most;
    }
}
