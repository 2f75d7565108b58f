package org.noticecascade.bpmn;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with one model, a sentence each, each once. */
final class Problems {
    private final Set<String> found = new LinkedHashSet<>();

    void unless(boolean fine, String sentence, Object... words) {
        if (!fine) {
            found.add(sentence.formatted(words));
        }
    }

    List<String> all() {
        return List.copyOf(found);
    }
}
