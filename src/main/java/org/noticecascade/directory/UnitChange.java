package org.noticecascade.directory;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A unit that was added or changed.
 *
 * @param before {@code null} where the unit is new
 */
public record UnitChange(@Nullable Unit before, Unit after) {

    /** Whether an existing unit now has another name. */
    public boolean renamed() {
        return before != null && !before.name().equals(after.name());
    }

    /** Whether an existing unit now has another superior. */
    public boolean moved() {
        return before != null && !Objects.equals(before.parentCode(), after.parentCode());
    }
}
