package org.noticecascade.security.acts;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.engine.impl.AbstractNativeQuery;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.noticecascade.ledger.Act;
import org.noticecascade.security.acts.CommandRule.Kind;
import org.noticecascade.security.acts.CommandRule.Label;
import org.noticecascade.security.acts.CommandRule.Second;
import org.springframework.core.io.ClassPathResource;

/** The table of the engine's commands, by class. Looked up once per class. */
final class CommandRules {
    private static final String TABLE = "security/engine-commands.csv";
    private static final String ENGINE = "org.camunda.bpm.";

    private final Map<String, CommandRule> byName;
    private final ClassValue<CommandRule> byClass = new ClassValue<>() {
        @Override
        protected CommandRule computeValue(Class<?> type) {
            return find(type);
        }
    };

    CommandRules() {
        this.byName = read();
    }

    CommandRule of(Class<?> command) {
        return byClass.get(command);
    }

    /** Whether the table, or the kind of class, says what this command is. */
    boolean knows(Class<?> command) {
        return isQuery(command) || (command.getName().startsWith(ENGINE) && byName.containsKey(nameOf(command)));
    }

    Map<String, CommandRule> all() {
        return Map.copyOf(byName);
    }

    /** The name without its packages; an inner class has its outer class in it. */
    static String nameOf(Class<?> command) {
        return command.getName().substring(command.getName().lastIndexOf('.') + 1);
    }

    private CommandRule find(Class<?> command) {
        if (isQuery(command)) {
            return CommandRule.reading();
        }
        CommandRule rule = command.getName().startsWith(ENGINE) ? byName.get(nameOf(command)) : null;
        return rule == null ? CommandRule.unlisted() : rule;
    }

    /** A query is a command itself. */
    private static boolean isQuery(Class<?> command) {
        return ListQueryParameterObject.class.isAssignableFrom(command)
                || AbstractNativeQuery.class.isAssignableFrom(command);
    }

    private static Map<String, CommandRule> read() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser csv = CSVParser.parse(
                new InputStreamReader(new ClassPathResource(TABLE).getInputStream(), StandardCharsets.UTF_8), format)) {
            Map<String, CommandRule> rules = new HashMap<>();
            for (CSVRecord row : csv) {
                if (rules.put(row.get("command"), rule(row)) != null) {
                    throw new IllegalStateException("%s names %s twice".formatted(TABLE, row.get("command")));
                }
            }
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + TABLE, e);
        }
    }

    private static CommandRule rule(CSVRecord row) {
        String act = row.get("act");
        String state = row.get("state");
        String second = row.get("second");
        int bracket = state.indexOf('(');
        return new CommandRule(
                Kind.valueOf(row.get("kind")),
                act.isEmpty() ? Act.ENGINE_COMMAND : Act.valueOf(act),
                labels(row.get("target")),
                bracket < 0 ? "" : state.substring(0, bracket),
                bracket < 0 ? List.of() : arguments(state.substring(bracket + 1, state.length() - 1)),
                labels(row.get("also")),
                second.isEmpty() ? Second.NEVER : Second.valueOf(second));
    }

    private static List<Label> labels(String text) {
        return words(text)
                .map(word -> word.split("=", 2))
                .map(pair -> new Label(pair[0], FieldPath.of(pair[1])))
                .toList();
    }

    private static List<List<FieldPath>> arguments(String text) {
        return words(text)
                .map(word -> Stream.of(word.split("\\+")).map(FieldPath::of).toList())
                .toList();
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty());
    }
}
