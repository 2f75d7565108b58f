package org.noticecascade.security.acts;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.platform.EngineErrors;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sees every command of the engine within its transaction, and has what administrators do written into the ledger with
 * it. Only the outermost counts: what a command leads to is its consequence. Where nobody is signed in the engine, or
 * this service, works by itself and has entries of its own; but whoever becomes an administrator is always recorded.
 *
 * <p>Interceptors are not public API: they are the engine's one place for this.
 */
final class RecordActs extends CommandInterceptor {
    private static final FieldPath GROUP = FieldPath.of("groupId");

    /** Shared by all chains of commands: one may lead to a command in a transaction of its own. */
    private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);

    private final CommandRules rules = new CommandRules();
    private final Supplier<@Nullable Authentication> signedIn;
    private final Supplier<ActWriter> writer;
    private final List<CommandCheck> checks;

    /** @param checks in this order; none where one person may do everything */
    RecordActs(Supplier<@Nullable Authentication> signedIn, Supplier<ActWriter> writer, List<CommandCheck> checks) {
        this.signedIn = signedIn;
        this.writer = writer;
        this.checks = List.copyOf(checks);
    }

    @Override
    public <T> T execute(Command<T> command) {
        CommandRule rule = rules.of(command.getClass());
        if (rule.kind() == CommandRule.Kind.READ || INSIDE.get()) {
            return next.execute(command);
        }
        INSIDE.set(true);
        try {
            check(command, rule);
            String actor = actorOf(command, rule);
            return actor == null ? next.execute(command) : recorded(command, rule, actor);
        } finally {
            INSIDE.remove();
        }
    }

    private <T> T recorded(Command<T> command, CommandRule rule, String actor) {
        ActWriter acts = writer.get();
        ActUnderWay act = acts.begin(command, rule, actor);
        T result = next.execute(command);
        act.succeeded(result);
        TransactionSynchronizationManager.registerSynchronization(act);
        return result;
    }

    /** The engine's REST API passes on words only: the refusal itself is kept for the answer. */
    private void check(Command<?> command, CommandRule rule) {
        Authentication person = signedIn.get();
        if (person == null || person.getUserId() == null) {
            return;
        }
        try {
            checks.forEach(each -> each.check(rule, command, person));
        } catch (Refusal refusal) {
            EngineErrors.remember(refusal);
            throw refusal;
        }
    }

    /** {@code null} if this is nothing to record. */
    private @Nullable String actorOf(Command<?> command, CommandRule rule) {
        Authentication person = signedIn.get();
        if (person == null || person.getUserId() == null) {
            return makesAnAdministrator(command) ? CurrentUser.SYSTEM : null;
        }
        List<String> groups = person.getGroupIds();
        boolean administrator = groups != null && groups.contains(Groups.CAMUNDA_ADMIN);
        return rule.isRecordedFor(administrator) ? person.getUserId() : null;
    }

    private static boolean makesAnAdministrator(Command<?> command) {
        return command instanceof CreateMembershipCmd && Groups.CAMUNDA_ADMIN.equals(GROUP.read(command, null));
    }
}
