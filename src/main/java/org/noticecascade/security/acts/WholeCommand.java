package org.noticecascade.security.acts;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;

/**
 * All that a command will do, as one text: every field of it and of what it holds, by name. Two commands with the same
 * text do the same, and the text is what a second administrator reads, so that nothing else can be done with a
 * confirmation. Texts are quoted; a new password is named and not shown.
 *
 * <p>What this class does not know it does not leave out: it fails.
 */
final class WholeCommand {
    /** The most characters one confirmation may cover: more than anybody reads. */
    static final int LONGEST = 50_000;

    private static final int DEEPEST = 12;
    private static final String ENGINE = "org.camunda.bpm.engine.";

    private WholeCommand() {}

    /** @throws Refusal if it says what it is done to by a query, or holds more than anybody would read */
    static String text(Object command) {
        String text = of(command, 0);
        if (text.length() > LONGEST) {
            throw Refusal.invalid(
                    "一次确认的内容太多，未执行。请分成几次办理。", "This is too much for one confirmation. Do it in several parts.");
        }
        return text;
    }

    /** Of the act and the text. */
    static String digest(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("JavaUtilDate") // the engine's commands hold them
    private static String of(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalStateException("A command is nested deeper than " + DEEPEST);
        }
        if (value == null) {
            return "-";
        }
        if (value instanceof CharSequence text) {
            return quoted(text.toString());
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof Enum<?> one) {
            return one.name();
        }
        if (value instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime()).toString();
        }
        if (value instanceof byte[] bytes) {
            return "sha256:" + hash(bytes);
        }
        return value instanceof Query<?, ?> ? byQuery() : structure(value, depth);
    }

    private static String structure(Object value, int depth) {
        if (value instanceof User user) {
            return account(user);
        }
        if (value instanceof VariableMap variables) {
            return sorted(variables.keySet().stream()
                    .map(name -> quoted(name) + "=" + of(variables.getValueTyped(name), depth + 1)));
        }
        if (value instanceof PrimitiveValue<?> || (value instanceof TypedValue untyped && untyped.getType() == null)) {
            return variable((TypedValue) value, depth);
        }
        if (value instanceof Map<?, ?> map) {
            return sorted(map.entrySet().stream()
                    .map(entry -> of(entry.getKey(), depth + 1) + "=" + of(entry.getValue(), depth + 1)));
        }
        if (value instanceof Set<?> set) {
            return sorted(set.stream().map(each -> of(each, depth + 1)));
        }
        if (value instanceof Collection<?> all) {
            return all.stream().map(each -> of(each, depth + 1)).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> of(Array.get(value, i), depth + 1))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return fields(value, depth);
    }

    private static String variable(TypedValue variable, int depth) {
        Object value = variable.getValue();
        String type = variable.getType() != null
                ? variable.getType().getName()
                : value == null ? "null" : value.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return type + " " + of(value, depth + 1) + (variable.isTransient() ? " (transient)" : "");
    }

    private static String fields(Object value, int depth) {
        if (!value.getClass().getName().startsWith(ENGINE)) {
            throw new IllegalStateException("A command holds what cannot be confirmed: "
                    + value.getClass().getName());
        }
        return value.getClass().getSimpleName()
                + sorted(fieldsOf(value.getClass()).stream()
                        .map(field -> shown(field, value, depth))
                        .filter(text -> !text.isEmpty()));
    }

    private static String shown(Field field, Object holder, int depth) {
        try {
            field.setAccessible(true);
            Object value = field.get(holder);
            return value == null ? "" : field.getName() + "=" + of(value, depth + 1);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot read %s of a command".formatted(field), e);
        }
    }

    private static List<Field> fieldsOf(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            Stream.of(each.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()))
                    .filter(field -> !CommandExecutor.class.isAssignableFrom(field.getType()))
                    .filter(field -> !CommandContext.class.isAssignableFrom(field.getType()))
                    .forEach(fields::add);
        }
        fields.sort(Comparator.comparing(Field::getName));
        return fields;
    }

    /** Without revision, salt and hash, which the engine changes by itself. */
    private static String account(User user) {
        boolean newPassword = FieldPath.of("newPassword").read(user, null) != null;
        return "User{id=%s, firstName=%s, lastName=%s, email=%s%s}"
                .formatted(
                        quoted(user.getId()),
                        of(user.getFirstName(), 0),
                        of(user.getLastName(), 0),
                        of(user.getEmail(), 0),
                        newPassword ? ", password=(new)" : "");
    }

    private static String byQuery() {
        throw Refusal.invalid(
                "须由另一位管理员确认的操作，要逐个写明对象的编号，不能按查询条件办理：条件所指会变。未执行。",
                "What a second administrator confirms names its objects by their ids, not by a query: what that finds"
                        + " may change. Nothing was done.");
    }

    private static String sorted(Stream<String> texts) {
        return texts.sorted().collect(Collectors.joining(", ", "{", "}"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(each -> {
            if (each == '"' || each == '\\') {
                quoted.append('\\').append((char) each);
            } else if (Character.isISOControl(each) || Character.getType(each) == Character.FORMAT) {
                quoted.append("\\u%04x".formatted(each));
            } else {
                quoted.append((char) each);
            }
        });
        return quoted.append('"').toString();
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
