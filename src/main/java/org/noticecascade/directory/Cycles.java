package org.noticecascade.directory;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the units that stand above themselves; each unit is visited once. */
class Cycles {

    /** The code of a unit's superior, {@code null} at the top. */
    @FunctionalInterface
    interface Parents {
        @Nullable
        String of(String code);
    }

    private final Parents parents;

    Cycles(Parents parents) {
        this.parents = parents;
    }

    /** The codes on a cycle, not those that only lead to one. */
    Set<String> among(Collection<String> codes) {
        Set<String> visited = new HashSet<>();
        Set<String> circular = new HashSet<>();
        for (String start : codes) {
            Set<String> path = new LinkedHashSet<>();
            String code = start;
            while (code != null && visited.add(code)) {
                path.add(code);
                code = parents.of(code);
            }
            if (code != null && path.contains(code)) {
                addFrom(code, path, circular);
            }
        }
        return circular;
    }

    private static void addFrom(String first, Set<String> path, Set<String> circular) {
        boolean on = false;
        for (String code : path) {
            on = on || code.equals(first);
            if (on) {
                circular.add(code);
            }
        }
    }
}
