package org.noticecascade.security.acts;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.noticecascade.ledger.Act;
import org.noticecascade.security.acts.CommandRule.Kind;

/**
 * Who administers users does not administer the engine, and the other way round; nobody becomes both, and nobody gives
 * a permission to themselves. Only where {@code cascade.administration.separate-duties} is set.
 */
final class SeparateDuties {
    private static final String USERS = AdministratorGroups.USERS;

    private static final Set<Act> OF_USERS = EnumSet.of(
            Act.USER_SAVED,
            Act.USER_DELETED,
            Act.USER_UNLOCKED,
            Act.USER_INFO_CHANGED,
            Act.GROUP_SAVED,
            Act.GROUP_DELETED,
            Act.MEMBERSHIP_ADDED,
            Act.MEMBERSHIP_REMOVED,
            Act.TENANT_SAVED,
            Act.TENANT_DELETED,
            Act.TENANT_MEMBER_ADDED,
            Act.TENANT_MEMBER_REMOVED,
            Act.AUTHORIZATION_SAVED,
            Act.AUTHORIZATION_DELETED);
    private static final FieldPath ACCOUNT = FieldPath.of("user.id");
    private static final FieldPath USER = FieldPath.of("userId");
    private static final FieldPath GROUP = FieldPath.of("groupId");
    private static final FieldPath GRANTED_USER = FieldPath.of("authorization.userId");
    private static final FieldPath GRANTED_GROUP = FieldPath.of("authorization.groupId");

    private final BiPredicate<String, String> isMember;
    private final BooleanSupplier anyAdministersUsers;

    /**
     * @param isMember whether a user is in a group now
     * @param anyAdministersUsers whether {@value AdministratorGroups#USERS} has a member; until then administrators of the engine do their work
     */
    SeparateDuties(BiPredicate<String, String> isMember, BooleanSupplier anyAdministersUsers) {
        this.isMember = isMember;
        this.anyAdministersUsers = anyAdministersUsers;
    }

    /** @throws Refusal if that is another's duty */
    void check(CommandRule rule, Object command, Authentication person) {
        List<String> groups = person.getGroupIds() == null ? List.of() : person.getGroupIds();
        boolean ofEngine = groups.contains(Groups.CAMUNDA_ADMIN);
        boolean ofUsers = groups.contains(USERS);
        if (OF_USERS.contains(rule.act())) {
            if (ofEngine
                    && !ofUsers
                    && !isOwnAccount(command, person.getUserId())
                    && anyAdministersUsers.getAsBoolean()) {
                throw Refusal.forbidden(
                        "用户、用户组和权限由用户管理员（%s）管理，系统管理员不能更改。请联系用户管理员。".formatted(USERS),
                        "Users, groups and permissions are changed by %s only. Ask one of them.".formatted(USERS));
            }
            checkNobodyIsBoth(command, person, groups);
        } else if (rule.kind() == Kind.ACT && ofUsers && !ofEngine) {
            throw Refusal.forbidden(
                    "流程引擎由系统管理员（camunda-admin）管理，用户管理员不能更改。请联系系统管理员。",
                    "The engine is changed by camunda-admin only. Ask an administrator.");
        }
    }

    private void checkNobodyIsBoth(Object command, Authentication person, List<String> groups) {
        if (command instanceof CreateMembershipCmd) {
            String user = text(USER, command);
            String group = text(GROUP, command);
            boolean administers = group.equals(USERS) || group.equals(Groups.CAMUNDA_ADMIN);
            String other = group.equals(USERS) ? Groups.CAMUNDA_ADMIN : USERS;
            if (administers && (user.equals(person.getUserId()) || isMember.test(user, other))) {
                throw Refusal.forbidden(
                        "用户管理与系统管理须由不同的人担任，也不能把自己加入管理员组。请另选他人。",
                        "Nobody administers both users and the engine, or makes themselves an administrator. Choose somebody else.");
            }
        }
        String group = text(GRANTED_GROUP, command);
        if (text(GRANTED_USER, command).equals(person.getUserId()) || (!group.isEmpty() && groups.contains(group))) {
            throw Refusal.forbidden(
                    "不能给自己或自己所在的用户组授权。请由另一位管理员办理。",
                    "Nobody changes permissions of their own, or of a group of theirs. Ask another administrator.");
        }
    }

    /** People change their own name and password, whatever they administer. */
    private static boolean isOwnAccount(Object command, String person) {
        return text(ACCOUNT, command).equals(person);
    }

    private static String text(FieldPath path, Object command) {
        @Nullable Object value = path.read(command, null);
        return value == null ? "" : value.toString();
    }
}
