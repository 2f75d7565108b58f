package org.noticecascade.directory;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person may be in a unit; one person may be several. A unit has at most one lead. */
public enum Role {
    STAFF("经办人"),
    LEAD("负责人"),
    SUPERVISOR("督办员");

    private static final Pattern GROUP = Pattern.compile("U([0-9A-Za-z]{1,12})(STAFF|LEAD|SUPERVISOR)");

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

    /** The unit of such a group; empty for groups that are none of a unit's. */
    public static Optional<String> unitOf(String groupId) {
        Matcher group = GROUP.matcher(groupId);
        return group.matches() ? Optional.of(group.group(1)) : Optional.empty();
    }

    /** Reads the constant's name in any case, or the Chinese label. */
    public static Optional<Role> of(String text) {
        return Arrays.stream(values())
                .filter(role -> role.name().equalsIgnoreCase(text) || role.label.equals(text))
                .findFirst();
    }
}
