package org.noticecascade.security.acts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noticecascade.PlainText;

/**
 * What some rows of the engine said at one moment.
 *
 * @param of the business key of what they belong to; {@code null} where there is none
 */
record EngineState(Map<String, String> values, @Nullable String of) {
    static final EngineState NONE = new EngineState(Map.of(), null);
    static final String PASSWORD = "password";
    private static final String NOTHING = "-";

    static EngineState of(List<Map<String, Object>> rows) {
        Map<String, String> values = new LinkedHashMap<>();
        String of = null;
        for (Map<String, Object> row : rows) {
            Object item = row.get("item");
            Object key = row.get("of");
            of = of == null && key != null ? key.toString() : of;
            row.forEach((column, value) -> {
                if (!column.equals("item") && !column.equals("of")) {
                    values.put(name(item, column), value == null ? NOTHING : value.toString());
                }
            });
        }
        return new EngineState(values, of);
    }

    private static String name(@Nullable Object item, String column) {
        if (item == null) {
            return column;
        }
        return column.equals("value") ? item.toString() : item + "." + column;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** All of it but a password; {@code null} if there is nothing. */
    @Nullable
    String shown() {
        String all = values.entrySet().stream()
                .filter(value -> !value.getKey().equals(PASSWORD))
                .map(value -> value.getKey() + "=" + PlainText.clipped(value.getValue(), ValueText.LONGEST))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all;
    }

    /** Whether nothing but the password differs, of somebody who was there before. */
    boolean differsInThePasswordOnly(EngineState later) {
        return !isEmpty() && different(later).equals(List.of(PASSWORD));
    }

    /** What is here and is otherwise in {@code other}, as the ledger shows it; {@code null} if nothing is. */
    @Nullable
    String whatDiffersFrom(EngineState other, String passwordShown) {
        List<String> shown = new ArrayList<>();
        for (String name : different(other)) {
            String value = values.get(name);
            if (value == null || (value.equals(NOTHING) && !other.values.containsKey(name))) {
                continue;
            }
            if (!name.equals(PASSWORD)) {
                shown.add(name + "=" + PlainText.clipped(value, ValueText.LONGEST));
            } else if (!passwordShown.isEmpty()) {
                shown.add(passwordShown);
            }
        }
        return shown.isEmpty() ? null : String.join(", ", shown);
    }

    private List<String> different(EngineState other) {
        Map<String, String> all = new LinkedHashMap<>(values);
        other.values.forEach(all::putIfAbsent);
        return all.keySet().stream()
                .filter(name -> !String.valueOf(values.get(name)).equals(String.valueOf(other.values.get(name))))
                .collect(Collectors.toList());
    }
}
