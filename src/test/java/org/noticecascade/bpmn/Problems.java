package org.noticecascade.bpmn;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with one model, a sentence each. */
final class Problems {
    private final List<String> found = new ArrayList<>();

    void unless(boolean fine, String sentence, Object... words) {
        if (!fine) {
            found.add(sentence.formatted(words));
        }
    }

    List<String> all() {
        return List.copyOf(found);
    }
}
