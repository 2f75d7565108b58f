package org.noticecascade.directory;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Someone who works in a unit and signs in.
 *
 * @param userId the engine's user id; letters and digits, at most 64
 * @param language {@code zh} or {@code en}
 */
public record Person(
        String userId,
        String unitCode,
        String name,
        @Nullable String email,
        @Nullable String phone,
        String language,
        Set<Role> roles,
        boolean active) {

    public Person {
        roles = Set.copyOf(roles);
    }
}
