package org.noticecascade.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds ids that differ from another one in case only: two accounts or units that nobody could tell apart. */
class CaseTwins {
    private final Map<String, String> spelled = new HashMap<>();

    CaseTwins(Collection<String> known) {
        known.forEach(id -> spelled.putIfAbsent(lower(id), id));
    }

    /** The other spelling, unless there is none; from now on this id counts too. */
    Optional<String> of(String id) {
        String known = spelled.putIfAbsent(lower(id), id);
        return known == null || known.equals(id) ? Optional.empty() : Optional.of(known);
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
