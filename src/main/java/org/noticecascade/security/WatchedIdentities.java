package org.noticecascade.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.identity.db.DbTenantQueryImpl;
import org.camunda.bpm.engine.impl.identity.db.DbUserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.noticecascade.platform.EngineErrors;
import org.noticecascade.platform.PasswordGate;
import org.noticecascade.platform.PasswordGate.Outcome;
import org.noticecascade.platform.ProfileTruth;
import org.noticecascade.platform.SetupPage;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The engine's own users, with every check of a password behind one gate, whichever way it came: the sign-in page, HTTP
 * basic, or the engine's REST API.
 *
 * <p>The engine's own lock after too many failures is out of use: it let any stranger close any account. Only the time
 * until which an operator has locked an account counts.
 *
 * <p>Whose tenants a user has is asked at every sign-in and every call with HTTP basic. The engine asks it in one
 * statement that PostgreSQL can only answer by reading every membership: 104 ms with an account for each role of 44,561
 * units, twice per sign-in. Here the groups come first, and then each one's tenants by its index.
 *
 * <p>The provider is the engine's extension point for identities, its base class is not public API: this class is the
 * one place that touches it.
 */
final class WatchedIdentities extends DbIdentityServiceProvider {
    private static final Refusal FROM_IMPORTS = Refusal.forbidden(
            "该账号的姓名、单位和邮箱以单位人员名录为准，未作更改。请由系统管理员导入人员文件来更正。",
            "Name, unit and mail address of this account come from the directory; nothing was changed. Ask an administrator to import them.");

    private static final Refusal ENDS_IN_DIRECTORY = Refusal.conflict(
            "该账号属于单位人员名录中的人员，未删除。请在人员文件的“状态”列填“停用”后导入，或调用 PUT /api/persons/{用户名}/status。",
            "This account belongs to a person of the directory and was not deleted. Import the person with status inactive, or call PUT /api/persons/{id}/status.");
    private static final Refusal ROLES_FROM_IMPORTS = Refusal.conflict(
            "该账号的单位和角色以单位人员名录为准，用户组未作更改。请导入人员文件来更正；请假离岗请设代理。",
            "Unit and role of this account come from the directory; its groups were not changed. Import the person, or name a deputy.");

    private final PasswordGate gate;
    private final StoredPasswords passwords;
    private final ObjectProvider<ProfileTruth> truth;

    private WatchedIdentities(PasswordGate gate, StoredPasswords passwords, ObjectProvider<ProfileTruth> truth) {
        this.gate = gate;
        this.passwords = passwords;
        this.truth = truth;
    }

    static SessionFactory factory(PasswordGate gate, StoredPasswords passwords, ObjectProvider<ProfileTruth> truth) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return DbIdentityServiceProvider.class;
            }

            @Override
            public Session openSession() {
                return new WatchedIdentities(gate, passwords, truth);
            }
        };
    }

    @Override
    public boolean checkPassword(@Nullable String userId, @Nullable String password) {
        return gate.admits(userId, () -> {
            UserEntity user = userId == null ? null : findUserById(userId);
            return password == null ? Outcome.WRONG : passwords.check(user, password);
        });
    }

    /** An administrator's help ends the pauses, too. */
    @Override
    public IdentityOperationResult unlockUser(String userId) {
        gate.forgive(userId);
        return super.unlockUser(userId);
    }

    /** Imports save without anybody signed in. */
    @Override
    public IdentityOperationResult saveUser(User user) {
        if (isByAPerson() && truth.stream().anyMatch(one -> !one.allows(user))) {
            throw refused(FROM_IMPORTS);
        }
        return super.saveUser(user);
    }

    @Override
    public IdentityOperationResult deleteUser(String userId) {
        if (isByAPerson() && truth.stream().anyMatch(one -> !one.allowsRemoval(userId))) {
            throw refused(ENDS_IN_DIRECTORY);
        }
        return super.deleteUser(userId);
    }

    @Override
    public IdentityOperationResult createMembership(String userId, String groupId) {
        requireMembership(userId, groupId);
        return super.createMembership(userId, groupId);
    }

    @Override
    public IdentityOperationResult deleteMembership(String userId, String groupId) {
        requireMembership(userId, groupId);
        return super.deleteMembership(userId, groupId);
    }

    private void requireMembership(String userId, String groupId) {
        if (isByAPerson() && truth.stream().anyMatch(one -> !one.allowsMembership(userId, groupId))) {
            throw refused(ROLES_FROM_IMPORTS);
        }
    }

    /** Imports and deputies change users and groups without anybody signed in. */
    private static boolean isByAPerson() {
        return Context.getCommandContext().getAuthentication() != null;
    }

    private static BadUserRequestException refused(Refusal refusal) {
        EngineErrors.remember(refusal);
        return new BadUserRequestException(refusal.chinese(), refusal);
    }

    /** Where the set-up page is closed, the engine is told that there is an administrator: it asks only for that. */
    @Override
    public long findUserCountByQueryCriteria(DbUserQueryImpl query) {
        long found = super.findUserCountByQueryCriteria(query);
        return SetupPage.isClosed() && Groups.CAMUNDA_ADMIN.equals(query.getGroupId()) ? Math.max(1, found) : found;
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
}
