package org.noticecascade.security;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A failure as one line: what was said, its causes, and where in our code it was. */
final class FailureLine {
    private static final int CAUSES = 3;
    private static final int FRAMES = 3;
    private static final int LONGEST_CAUSE = 120;

    /** Where MyBatis begins to tell the statement and its parameters. */
    private static final String STATEMENT = "### SQL";

    private FailureLine() {}

    /** @param longest bytes of the line in UTF-8 */
    static String of(String message, @Nullable Throwable failure, int longest) {
        if (failure == null) {
            return cut(inOneLine(message, longest), longest);
        }
        String cause = cut(causes(failure), longest / 2);
        String said = cut(inOneLine(message, longest), longest - bytes(cause) - 3);
        return said + " | " + cause;
    }

    /** What happened, without where: the innermost cause's words, or the first of what was said. */
    static String cause(String message, @Nullable Throwable failure, int longest) {
        Throwable root = failure == null ? null : root(failure);
        String words = root == null
                ? message.lines().findFirst().orElse("").replaceFirst("^ENGINE-REST-HTTP\\d+ [\\w.$]+: ", "")
                : String.valueOf(root.getMessage());
        return cut(inOneLine(words, longest), longest);
    }

    /** The innermost cause. */
    static Throwable root(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Throwable root = failure;
        for (Throwable one = failure; one != null && seen.add(one); one = one.getCause()) {
            root = one;
        }
        return root;
    }

    private static String causes(Throwable failure) {
        StringBuilder line = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Throwable root = failure;
        for (Throwable one = failure; one != null && seen.add(one); one = one.getCause()) {
            root = one;
            if (seen.size() <= CAUSES) {
                line.append(seen.size() == 1 ? "" : " < ").append(one.getClass().getSimpleName());
            }
        }
        String frames = Arrays.stream(root.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.noticecascade"))
                .limit(FRAMES)
                .map(FailureLine::place)
                .collect(Collectors.joining(" < "));
        String top = root.getStackTrace().length == 0 ? "" : place(root.getStackTrace()[0]);
        return line.append(": ")
                .append(cut(inOneLine(String.valueOf(root.getMessage()), LONGEST_CAUSE), LONGEST_CAUSE))
                .append(" at ")
                .append(top)
                .append(frames.isEmpty() || frames.startsWith(top) ? "" : " < " + frames)
                .toString();
    }

    static String place(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.substring(type.lastIndexOf('.') + 1) + '.' + frame.getMethodName() + ':' + frame.getLineNumber();
    }

    /** Looks at no more of a long text than can be shown, and leaves out a statement, whose values may be a person's. */
    static String inOneLine(String text, int longest) {
        int statement = text.indexOf(STATEMENT);
        String said = statement < 0 ? text : text.substring(0, statement) + "…";
        String shown = said.length() > longest + 1 ? said.substring(0, longest + 1) : said;
        return shown.replaceAll("\\s*[\\r\\n\\x0B\\f\\x85\\u2028\\u2029]+\\s*", " / ")
                .replaceAll("\\p{Cntrl}", " ");
    }

    private static String cut(String text, int longest) {
        if (bytes(text) <= longest) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int left = longest - bytes("…");
        for (int at = 0; at < text.length(); ) {
            String next = Character.toString(text.codePointAt(at));
            left -= bytes(next);
            if (left < 0) {
                break;
            }
            kept.append(next);
            at += next.length();
        }
        return kept.append('…').toString();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
