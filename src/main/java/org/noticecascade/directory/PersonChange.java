package org.noticecascade.directory;

import org.jspecify.annotations.Nullable;

/**
 * A person who was added or changed.
 *
 * @param before {@code null} where the person is new
 */
public record PersonChange(@Nullable Person before, Person after) {}
