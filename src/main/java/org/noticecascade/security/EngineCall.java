package org.noticecascade.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/**
 * A row of the table of the engine's calls.
 *
 * @param path below {@code /camunda/api/}; {@code {me}} is the caller's own id, any other name in braces one segment
 * @param query the names of its parameters
 * @param body where its fields may be, as {@link JsonFields} names them; {@code *} is any one name
 * @param form whether it takes a form instead, as the sign-in page sends
 * @param reason which screen makes it
 */
record EngineCall(
        Who who, String method, String path, Set<String> query, List<Pattern> body, boolean form, String reason) {
    private static final String FORM = "form";
    private static final String ANY_NAME = "(?:[^.\\[\\]\\\\]|\\\\.)+";

    /** Who may make it. */
    enum Who {
        /** Before signing in. */
        NOBODY,
        /** Whoever has signed in. */
        PEOPLE,
        /** Whoever may open Cockpit. */
        COCKPIT,
        /** Programs that an administrator has named, at {@code /engine-rest}. */
        MACHINE,
        /** No one at all. */
        CLOSED
    }

    static EngineCall of(CSVRecord row) {
        String body = row.get("body");
        boolean form = body.equals(FORM);
        return new EngineCall(
                Who.valueOf(row.get("who").toUpperCase(Locale.ROOT)),
                row.get("method"),
                row.get("path"),
                Set.copyOf(words(row.get("query"))),
                form ? List.of() : words(body).stream().map(EngineCall::field).toList(),
                form,
                row.get("reason"));
    }

    /** Returns the row itself if it is the row of that call. */
    Optional<EngineCall> matches(String calledMethod, String calledPath, String user) {
        boolean methodFits = method.equals("*") || method.equals(calledMethod);
        return methodFits && pathFits(calledPath, user) ? Optional.of(this) : Optional.empty();
    }

    /** The first parameter or field that the row does not have. */
    Optional<String> unlisted(Collection<String> parameters, Collection<String> fields) {
        return parameters.stream()
                .filter(name -> !query.contains(name))
                .findFirst()
                .or(() -> fields.stream().filter(field -> !isListed(field)).findFirst());
    }

    private boolean isListed(String field) {
        return body.stream().anyMatch(listed -> listed.matcher(field).matches());
    }

    private boolean pathFits(String called, String user) {
        String[] mine = path.split("/", -1);
        String[] other = called.split("/", -1);
        boolean open = mine[mine.length - 1].equals("**");
        int fixed = open ? mine.length - 1 : mine.length;
        if (open ? other.length < fixed : other.length != fixed) {
            return false;
        }
        for (int at = 0; at < fixed; at++) {
            if (!segmentFits(mine[at], other[at], user)) {
                return false;
            }
        }
        return true;
    }

    private static boolean segmentFits(String mine, String other, String user) {
        if (mine.equals("{me}")) {
            return !user.isEmpty() && other.equals(user);
        }
        int brace = mine.indexOf('{');
        return brace < 0 ? mine.equals(other) : other.length() > brace && other.startsWith(mine.substring(0, brace));
    }

    private static Pattern field(String listed) {
        return Pattern.compile(Arrays.stream(listed.split("\\*", -1))
                .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
                .collect(Collectors.joining(ANY_NAME)));
    }

    private static List<String> words(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.strip().split("\\s+"));
    }
}
