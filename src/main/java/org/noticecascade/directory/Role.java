package org.noticecascade.directory;

import java.util.Arrays;
import java.util.Optional;

/** What a person may be in a unit; one person may be several. A unit has at most one lead. */
public enum Role {
    STAFF("经办人"),
    LEAD("负责人"),
    SUPERVISOR("督办员");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The name on a screen. */
    public String label() {
        return label;
    }

    /** The engine group of this role in a unit, for example {@code U440300STAFF}: letters and digits only. */
    public String groupOf(String unitCode) {
        return "U" + unitCode + name();
    }

    /** Reads the constant's name in any case, or the Chinese label. */
    public static Optional<Role> of(String text) {
        return Arrays.stream(values())
                .filter(role -> role.name().equalsIgnoreCase(text) || role.label.equals(text))
                .findFirst();
    }
}
