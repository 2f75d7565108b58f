package org.noticecascade.security.acts;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a field of a command, or of what its field holds: {@code user.id}. {@code class} is the command's name,
 * {@code result} what it returned.
 */
record FieldPath(List<String> names) {
    private static final String CLASS = "class";
    private static final String RESULT = "result";

    static FieldPath of(String text) {
        return new FieldPath(List.of(text.split("\\.")));
    }

    /** What stands there; {@code null} if nothing does, or there is no such field. */
    @Nullable
    Object read(Object command, @Nullable Object result) {
        if (names.equals(List.of(CLASS))) {
            return command.getClass().getSimpleName();
        }
        boolean ofResult = names.get(0).equals(RESULT);
        Object value = ofResult ? result : command;
        for (String name : ofResult ? names.subList(1, names.size()) : names) {
            value = value == null ? null : read(value, name).orElse(null);
        }
        return value;
    }

    /** Whether a command of that class has these fields, as far as their declared types tell. */
    boolean fits(Class<?> command) {
        if (names.get(0).equals(CLASS) || names.get(0).equals(RESULT)) {
            return true;
        }
        Class<?> type = command;
        for (String name : names) {
            Class<?> held = type == null ? null : typeOf(type, name);
            if (held == null) {
                return false;
            }
            type = held;
        }
        return true;
    }

    private static @Nullable Class<?> typeOf(Class<?> holder, String name) {
        Field field = field(holder, name);
        if (field != null) {
            return field.getType();
        }
        try {
            return holder.getMethod(getter(name)).getReturnType();
        } catch (NoSuchMethodException none) {
            return null;
        }
    }

    private static String getter(String name) {
        return "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static Optional<Object> read(Object from, String name) {
        try {
            Field field = field(from.getClass(), name);
            if (field != null) {
                field.setAccessible(true);
                return Optional.ofNullable(field.get(from));
            }
            Method method = from.getClass().getMethod(getter(name));
            method.setAccessible(true);
            return Optional.ofNullable(method.invoke(from));
        } catch (ReflectiveOperationException | RuntimeException noSuchField) {
            return Optional.empty();
        }
    }

    private static @Nullable Field field(Class<?> type, String name) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        return null;
    }
}
