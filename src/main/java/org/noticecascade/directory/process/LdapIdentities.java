package org.noticecascade.directory.process;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.identity.impl.ldap.LdapConfiguration;
import org.camunda.bpm.identity.impl.ldap.LdapGroupQuery;
import org.camunda.bpm.identity.impl.ldap.LdapIdentityProviderSession;
import org.camunda.bpm.identity.impl.ldap.LdapUserQueryImpl;
import org.jspecify.annotations.Nullable;
import org.noticecascade.platform.PasswordGate;
import org.noticecascade.platform.PasswordGate.Outcome;

/**
 * Users and groups from LDAP, and what the plugin lacks: tenants, derived from the groups' units; ids exactly as the
 * directory spells them, since LDAP ignores case and blanks and the engine does not; nothing in a query that could
 * change an LDAP filter, which the plugin escapes for some criteria only.
 */
final class LdapIdentities extends LdapIdentityProviderSession {
    private static final Pattern SPECIAL = Pattern.compile("[()\\\\\\x00]");

    private final DirectoryTenants tenants;
    private final PasswordGate gate;
    private final Predicate<String> active;

    LdapIdentities(LdapConfiguration directory, DirectoryTenants tenants, PasswordGate gate, Predicate<String> active) {
        super(directory);
        this.tenants = tenants;
        this.gate = gate;
        this.active = active;
    }

    @Override
    public boolean checkPassword(String userId, @Nullable String password) {
        return gate.admits(userId, () -> outcome(userId, password));
    }

    private Outcome outcome(String userId, @Nullable String password) {
        if (!isKnown(userId)) {
            return Outcome.UNKNOWN;
        }
        if (!super.checkPassword(userId, password)) {
            return Outcome.WRONG;
        }
        return active.test(userId) ? Outcome.RIGHT : Outcome.INACTIVE;
    }

    private boolean isKnown(String userId) {
        User user = userId.isEmpty() ? null : findUserById(userId);
        return user != null && user.getId().equals(userId);
    }

    @Override
    public List<User> findUserByQueryCriteria(LdapUserQueryImpl query) {
        boolean odd = isOdd(
                query.getId(),
                query.getEmail(),
                query.getEmailLike(),
                query.getFirstName(),
                query.getFirstNameLike(),
                query.getLastName(),
                query.getLastNameLike(),
                query.getGroupId());
        return odd ? List.of() : super.findUserByQueryCriteria(query);
    }

    @Override
    public List<Group> findGroupByQueryCriteria(LdapGroupQuery query) {
        boolean odd =
                isOdd(query.getId(), query.getName(), query.getNameLike(), query.getUserId()) || isOdd(query.getIds());
        return odd ? List.of() : super.findGroupByQueryCriteria(query);
    }

    /** People may know their own groups, as they may with the engine's own users. */
    @Override
    protected boolean isAuthorizedToReadGroup(String groupId) {
        Authentication authentication = Context.getCommandContext().getAuthentication();
        return (authentication != null
                        && authentication.getGroupIds() != null
                        && authentication.getGroupIds().contains(groupId))
                || super.isAuthorizedToReadGroup(groupId);
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new LdapTenants(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired(), tenants);
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext commandContext) {
        return new LdapTenants(tenants);
    }

    @Override
    public @Nullable Tenant findTenantById(String id) {
        return tenants.all().stream()
                .filter(tenant -> tenant.getId().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOdd(@Nullable String @Nullable ... criteria) {
        return criteria != null
                && Stream.of(criteria)
                        .filter(Objects::nonNull)
                        .anyMatch(text -> SPECIAL.matcher(text).find());
    }
}
