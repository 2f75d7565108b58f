package org.noticecascade.security.acts;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.junit.jupiter.api.Test;
import org.noticecascade.ledger.Act;
import org.noticecascade.security.acts.CommandRule.Kind;
import org.noticecascade.security.acts.CommandRule.Label;

/** The table against the engine as it is: an upgrade that brings, renames or changes a command is seen here. */
class CommandRulesTest {
    private static final Map<String, Class<?>> COMMANDS = commands();

    private final CommandRules rules = new CommandRules();

    private static Map<String, Class<?>> commands() {
        return new ClassFileImporter()
                .importPackages("org.camunda.bpm").stream()
                        .filter(type -> type.isAssignableTo(Command.class))
                        .filter(type ->
                                !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getName)
                        .collect(Collectors.toMap(
                                name -> name.substring(name.lastIndexOf('.') + 1), CommandRulesTest::loaded));
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, CommandRulesTest.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalStateException(name, e);
        }
    }

    @Test
    void namesEveryCommandOfTheEngine() {
        assertThat(COMMANDS).hasSizeGreaterThan(300);
        assertThat(COMMANDS.values().stream().filter(command -> !rules.knows(command)))
                .as("commands in no list of security/engine-commands.csv")
                .isEmpty();
    }

    @Test
    void namesNothingThatTheEngineNoLongerHas() {
        assertThat(rules.all().keySet().stream().filter(name -> !COMMANDS.containsKey(name)))
                .isEmpty();
    }

    @Test
    void readsFieldsThatTheCommandsHave() {
        List<String> missing = rules.all().entrySet().stream()
                .flatMap(rule -> paths(rule.getValue())
                        .filter(path -> !path.fits(COMMANDS.get(rule.getKey())))
                        .map(path -> rule.getKey() + ": " + path.names()))
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void knowsTheRowsOfEveryState() {
        assertThat(rules.all().values().stream()
                        .map(CommandRule::state)
                        .filter(state -> !state.isEmpty())
                        .collect(Collectors.toSet()))
                .isEqualTo(EngineRows.SQL.keySet());
    }

    @Test
    void namesTheTargetOfEveryAct() {
        assertThat(rules.all().entrySet().stream()
                        .filter(rule -> rule.getValue().kind() == Kind.ACT
                                || rule.getValue().kind() == Kind.SHARED)
                        .filter(rule -> rule.getValue().target().isEmpty()
                                || rule.getValue().act() == Act.ENGINE_COMMAND))
                .isEmpty();
    }

    @Test
    void tellsPeoplesWorkFromAdministration() {
        assertThat(rules.of(GetTaskFormCmd.class).kind()).isEqualTo(Kind.READ);
        assertThat(rules.of(CompleteTaskCmd.class).isRecordedFor(false)).isFalse();
        assertThat(rules.of(CompleteTaskCmd.class).isRecordedFor(true)).isTrue();
        assertThat(rules.of(CreateMembershipCmd.class).isRecordedFor(false)).isTrue();
    }

    /** Also one that only has the name of a command that reads. */
    @Test
    void recordsWhatNobodyListed() {
        class GetTaskFormCmd implements Command<Void> {
            @Override
            public Void execute(CommandContext context) {
                return null;
            }
        }
        Command<Void> written = context -> null;

        for (Class<?> unlisted : List.of(GetTaskFormCmd.class, written.getClass())) {
            assertThat(rules.of(unlisted).act()).isEqualTo(Act.ENGINE_COMMAND);
            assertThat(rules.of(unlisted).isRecordedFor(false)).isTrue();
        }
    }

    private static Stream<FieldPath> paths(CommandRule rule) {
        return Stream.concat(
                Stream.concat(rule.target().stream(), rule.also().stream()).map(Label::path),
                rule.stateArguments().stream().flatMap(List::stream));
    }
}
