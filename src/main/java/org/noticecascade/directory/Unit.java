package org.noticecascade.directory;

import org.jspecify.annotations.Nullable;

/**
 * A node of the hierarchy.
 *
 * @param code identifies it; letters and digits, at most 12. Names may repeat and change
 * @param parentCode the superior; {@code null} only for headquarters
 * @param name the full name
 */
public record Unit(String code, @Nullable String parentCode, String name, Level level, boolean active) {}
