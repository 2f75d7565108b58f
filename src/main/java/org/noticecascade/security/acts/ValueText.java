package org.noticecascade.security.acts;

import java.time.Instant;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cmd.AbstractProcessInstanceModificationCommand;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.noticecascade.PlainText;

/** A value of a command as the ledger shows it: short, and nothing but what is meant to be read. */
final class ValueText {
    static final int LONGEST = 200;
    private static final int MOST = 20;

    private ValueText() {}

    /** Empty for nothing. */
    static String of(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Collection<?> all) {
            return list(all);
        }
        if (value instanceof VariableMap variables) {
            return variables(variables);
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .limit(MOST)
                    .map(entry -> entry.getKey() + "=" + variable(entry.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return PlainText.clipped(plain(value), LONGEST);
    }

    /** The names alone. */
    static String names(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? list(map.keySet()) : of(value);
    }

    private static String variables(VariableMap variables) {
        return variables.keySet().stream()
                .limit(MOST)
                .map(name -> name + "=" + variable(variables.getValueTyped(name)))
                .collect(Collectors.joining(", "));
    }

    private static String list(Collection<?> all) {
        String first = all.stream().limit(MOST).map(ValueText::of).collect(Collectors.joining(","));
        return all.size() > MOST ? first + "… (" + all.size() + ")" : first;
    }

    private static String variable(@Nullable Object value) {
        if (value instanceof TypedValue typed) {
            String type = typed.getType() == null ? "" : typed.getType().getName();
            Object content = typed.getValue();
            return PlainText.clipped((type + " " + (content == null ? "-" : plain(content))).strip(), LONGEST);
        }
        return value == null ? "-" : PlainText.clipped(plain(value), LONGEST);
    }

    @SuppressWarnings("JavaUtilDate") // the engine's variables hold them
    private static String plain(Object value) {
        if (value instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime()).toString();
        }
        if (value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Enum<?>
                || value instanceof TemporalAccessor) {
            return value.toString();
        }
        if (value instanceof AbstractProcessInstanceModificationCommand instruction) {
            return InstructionText.of(instruction);
        }
        if (value instanceof Throwable failure) {
            return failure.getClass().getSimpleName() + ": " + failure.getMessage();
        }
        return value instanceof Query ? "(query)" : "(" + value.getClass().getSimpleName() + ")";
    }
}
