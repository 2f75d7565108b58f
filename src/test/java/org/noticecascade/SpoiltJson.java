package org.noticecascade;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.noticecascade.fuzz.Mutations;

/** JSON that nearly is what a type takes. */
final class SpoiltJson {
    static final List<String> WORDS = List.of(
            "\"",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "null",
            "true",
            "\\u0000",
            "\\ud800",
            "\\",
            "1e999",
            "-0",
            "0x1",
            "\"x\":1,",
            "NaN",
            "'",
            "//",
            "\u2028");
    private static final List<String> ODD = List.of(
            "null",
            "[]",
            "{}",
            "true",
            "-1",
            "0",
            "1.5",
            "1e400",
            "2147483648",
            "99999999999999999999",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "\"<script>\"",
            "\"=1+1\"",
            "\"' or 1=1--\"",
            "\"\u202e\"",
            "{\"a\":{\"b\":[]}}",
            "[null]",
            "[[],{}]",
            "\"2026-02-30\"");
    private static final List<String> DAYS = List.of(
            "2026-03-05",
            "2026-04-30",
            "2026-10-03",
            "2027-01-01",
            "0000-01-01",
            "-0001-01-01",
            "9999-12-31",
            "+99999-01-01",
            "2026-02-30",
            "2026-3-5",
            "2026-03-05T00:00:00Z",
            "");
    private static final List<String> TEXTS = List.of(
            "x",
            "已落实",
            "需要更多时间",
            "u640100lead",
            "座谈会",
            "PROVINCE",
            "PLAN",
            "WAIVE",
            "URGE",
            "EXTEND",
            "640100",
            "999999",
            "2026-03-05",
            "a\\nb",
            "\\u0000",
            "\\ud83d",
            "  ");
    private static final List<String> NUMBERS =
            List.of("0", "1", "2", "12", "-1", "100001", "2147483647", "9223372036854775807", "1e3", "\"3\"");
    /** What is saved of a task's form; its type does not tell. */
    private static final List<String> FIELDS = List.of(
            "measures",
            "responsible",
            "startsOn",
            "endsOn",
            "form",
            "plannedOn",
            "heldOn",
            "participants",
            "summary",
            "content",
            "problems",
            "gapsDeclared",
            "reason",
            "approved",
            "nothing",
            "\\ud800",
            "\\u0000",
            "");

    private final RandomGenerator random;
    private final Mutations mutations;

    SpoiltJson(RandomGenerator random) {
        this.random = random;
        this.mutations = new Mutations(random, WORDS);
    }

    String document(Type type) {
        String document = value(type, 0);
        return mutations.oneIn(8) ? mutations.changed(document, 2) : document;
    }

    private String value(Type type, int depth) {
        if (mutations.oneIn(10)) {
            return odd();
        }
        Class<?> raw = type instanceof ParameterizedType generic
                ? (Class<?>) generic.getRawType()
                : type instanceof Class<?> plain ? plain : Object.class;
        if (raw.isRecord() && depth < 5) {
            return record(raw, depth);
        } else if (Map.class.isAssignableFrom(raw)) {
            return IntStream.range(0, random.nextInt(4))
                    .mapToObj(i -> "\"%s\":%s".formatted(mutations.oneOf(FIELDS), value(anything(), depth + 1)))
                    .collect(Collectors.joining(",", "{", "}"));
        } else if (java.util.Collection.class.isAssignableFrom(raw)) {
            Type item = ((ParameterizedType) type).getActualTypeArguments()[0];
            return IntStream.range(0, random.nextInt(4))
                    .mapToObj(i -> value(item, depth + 1))
                    .collect(Collectors.joining(",", "[", "]"));
        }
        return scalar(raw);
    }

    private String record(Class<?> type, int depth) {
        List<String> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (!mutations.oneIn(3)) {
                fields.add("\"%s\":%s".formatted(component.getName(), value(component.getGenericType(), depth + 1)));
            }
        }
        return "{" + String.join(",", fields) + "}";
    }

    private String scalar(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return String.valueOf(random.nextBoolean());
        } else if (type == LocalDate.class) {
            return "\"" + mutations.oneOf(DAYS) + "\"";
        } else if (type.isEnum() && !mutations.oneIn(5)) {
            return "\"" + type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)] + "\"";
        } else if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return mutations.oneOf(NUMBERS);
        }
        return "\"" + mutations.oneOf(TEXTS) + "\"";
    }

    private Class<?> anything() {
        return mutations.oneOf(List.of(String.class, LocalDate.class, Integer.class, Boolean.class));
    }

    private String odd() {
        return switch (random.nextInt(30)) {
            case 0 -> "[".repeat(900) + "]".repeat(900);
            case 1 -> "{\"a\":".repeat(60) + "1" + "}".repeat(60);
            case 2 -> "\"" + "长".repeat(random.nextInt(90, 30_000)) + "\"";
            case 3 -> "[" + "1,".repeat(20_000) + "1]";
            default -> mutations.oneOf(ODD);
        };
    }
}
