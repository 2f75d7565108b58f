package org.noticecascade.directory;

import java.util.Arrays;
import java.util.Optional;

/** What a file holds; recognized by its columns. */
public enum ImportKind {
    UNITS("单位"),
    PERSONS("人员");

    private final String label;

    ImportKind(String label) {
        this.label = label;
    }

    /** The name on a screen. */
    public String label() {
        return label;
    }

    /** Reads {@code units} or {@code persons} in any case. */
    public static Optional<ImportKind> of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equalsIgnoreCase(text))
                .findFirst();
    }
}
