package org.noticecascade.ledger;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the chain reached at some time. Written down outside the database, it shows later that nothing up to there
 * was changed or cut off.
 *
 * @param position 0 while nothing is sealed
 * @param hash 64 hexadecimal digits in lower case
 */
public record Head(long position, String hash) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}):([0-9a-fA-F]{64})");

    /** Reads {@code POSITION:HASH}; empty if it is none. */
    public static Optional<Head> parse(String text) {
        Matcher head = WRITTEN.matcher(text.strip());
        return head.matches()
                ? Optional.of(
                        new Head(Long.parseLong(head.group(1)), head.group(2).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return position + ":" + hash;
    }
}
