package org.noticecascade.directory;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The levels of the hierarchy, from the top down. Counties of municipalities stand directly below the province. */
public enum Level {
    HQ("总局", 0),
    DEPARTMENT("司局", 1),
    PROVINCE("省级", 1),
    PREFECTURE("地级", 2),
    COUNTY("县级", 3),
    TOWNSHIP("乡级", 4);

    private final String label;
    private final int depth;

    Level(String label, int depth) {
        this.label = label;
        this.depth = depth;
    }

    /** The name on a screen. */
    public String label() {
        return label;
    }

    /** Rank below headquarters (0). A county is 3 even where no prefecture stands between. */
    public int depth() {
        return depth;
    }

    /** Whether a unit of this level may have a superior of level {@code parent}. */
    public boolean mayBeUnder(Level parent) {
        return superiors().contains(parent);
    }

    /** The levels a superior may have; empty for headquarters. */
    public Set<Level> superiors() {
        return switch (this) {
            case HQ -> Set.of();
            case DEPARTMENT, PROVINCE -> Set.of(HQ);
            case PREFECTURE -> Set.of(PROVINCE);
            case COUNTY -> Set.of(PREFECTURE, PROVINCE);
            case TOWNSHIP -> Set.of(COUNTY, PREFECTURE);
        };
    }

    /** Reads the constant's name in any case, or the Chinese label. */
    public static Optional<Level> of(String text) {
        return Arrays.stream(values())
                .filter(level -> level.name().equalsIgnoreCase(text) || level.label.equals(text))
                .findFirst();
    }
}
