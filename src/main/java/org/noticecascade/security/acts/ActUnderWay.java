package org.noticecascade.security.acts;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.noticecascade.security.acts.CommandRule.Label;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * One act, from before its command to just before the commit: by then the engine has written its rows, and what is
 * refused or fails has left no entry.
 */
final class ActUnderWay implements TransactionSynchronization {
    private static final String PASSWORD_CHANGED = "密码已更改 password changed";

    private final Object command;
    private final CommandRule rule;
    private final String actor;
    private final EngineStates states;
    private final Ledger ledger;
    private final EngineState before;
    private @Nullable Object result;

    ActUnderWay(Object command, CommandRule rule, String actor, EngineStates states, Ledger ledger) {
        this.command = command;
        this.rule = rule;
        this.actor = actor;
        this.states = states;
        this.ledger = ledger;
        this.before = states.read(rule, command, null);
    }

    void succeeded(@Nullable Object returned) {
        this.result = returned;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        EngineState after = states.read(rule, command, result);
        ledger.onAdministration(actor, act(after), target(after), before.whatDiffersFrom(after, ""), to(after));
    }

    private Act act(EngineState after) {
        return rule.act() == Act.USER_SAVED && before.differsInThePasswordOnly(after)
                ? Act.PASSWORD_CHANGED
                : rule.act();
    }

    private String target(EngineState after) {
        String named = rule.target().stream()
                .map(label -> shown(label, ValueText.names(label.path().read(command, result))))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        String of = before.of() == null ? after.of() : before.of();
        return (of == null ? named : named + " (" + of + ")").strip();
    }

    private @Nullable String to(EngineState after) {
        String also = rule.also().stream()
                .map(label -> shown(label, ValueText.of(label.path().read(command, result))))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        String changed = after.whatDiffersFrom(before, before.isEmpty() ? "" : PASSWORD_CHANGED);
        String all = Stream.of(changed, also)
                .filter(text -> text != null && !text.isEmpty())
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all;
    }

    private static String shown(Label label, String value) {
        return value.isEmpty() ? "" : label.name() + "=" + value;
    }
}
