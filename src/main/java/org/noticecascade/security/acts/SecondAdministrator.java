package org.noticecascade.security.acts;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.noticecascade.directory.Role;
import org.noticecascade.security.acts.CommandRule.Second;

/**
 * Asks for a second administrator before an administrator's command, where {@code
 * cascade.administration.second-administrator} is set. Column {@code second} of {@code security/engine-commands.csv} says
 * which: deletions, modifications, and what ends in a deletion, always; memberships and accounts as follows.
 *
 * <p>A membership needs it, whether it is added or removed,
 *
 * <ul>
 *   <li>of a group of a unit that the acting administrator has no role in. An administrator of no unit, as most are,
 *       has every unit for another;
 *   <li>of a group of administrators;
 *   <li>of the acting administrator, in whichever group;
 *   <li>of a tenant: a tenant is a whole province.
 * </ul>
 *
 * Other groups, which no unit and no right of ours depends on, do not.
 *
 * <p>So does a change of another administrator's account: whoever sets its password could confirm in its name.
 *
 * <p>Only administrators are asked: everybody else meets the engine's own permissions, and the table of calls.
 */
final class SecondAdministrator {
    private static final FieldPath USER = FieldPath.of("userId");
    private static final FieldPath GROUP = FieldPath.of("groupId");
    private static final FieldPath ACCOUNT = FieldPath.of("user.id");

    private final AdministratorGroups administrators;
    private final Supplier<PendingActs> pending;
    private final Supplier<EngineStates> states;

    SecondAdministrator(
            AdministratorGroups administrators, Supplier<PendingActs> pending, Supplier<EngineStates> states) {
        this.administrators = administrators;
        this.pending = pending;
        this.states = states;
    }

    /** @throws NotConfirmed if somebody else has to confirm it first */
    void check(CommandRule rule, Object command, Authentication person) {
        List<String> groups = person.getGroupIds() == null ? List.of() : person.getGroupIds();
        if (!administrators.administer(groups) || !isAsked(rule.second(), command, person.getUserId(), groups)) {
            return;
        }
        String what = WholeCommand.text(command);
        String target = rule.target().stream()
                .map(label -> label.name() + "=" + ValueText.names(label.path().read(command, null)))
                .filter(text -> !text.endsWith("="))
                .collect(Collectors.joining(" "));
        pending.get()
                .require(new Asked(
                        person.getUserId(),
                        rule.act(),
                        target,
                        what,
                        states.get().read(rule, command, null).shown()));
    }

    private boolean isAsked(Second second, Object command, String person, Collection<String> groups) {
        return switch (second) {
            case NEVER -> false;
            case ALWAYS -> true;
            case MEMBERSHIP -> isMembershipOfOthers(text(USER, command), text(GROUP, command), person, groups);
            case ACCOUNT -> {
                String account = text(ACCOUNT, command);
                yield !account.equals(person) && administrators.isAdministrator(account);
            }
        };
    }

    private boolean isMembershipOfOthers(String user, String group, String person, Collection<String> groups) {
        return administrators.isOfAdministrators(group)
                || user.equalsIgnoreCase(person)
                || Role.unitOf(group)
                        .filter(unit -> groups.stream()
                                .noneMatch(own ->
                                        Role.unitOf(own).filter(unit::equals).isPresent()))
                        .isPresent();
    }

    private static String text(FieldPath path, Object command) {
        Object value = path.read(command, null);
        return value == null ? "" : value.toString();
    }
}
