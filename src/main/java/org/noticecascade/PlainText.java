package org.noticecascade;

import java.util.regex.Pattern;

/** Text as every database can keep it. */
public final class PlainText {
    private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\x0B\\f\\r\\x85\\x{2028}\\x{2029}]+");

    private PlainText() {}

    /** Whether there is neither the character NUL nor half a surrogate pair in it. */
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
    }

    /** The ideograph that a radical or compatibility ideograph stands for, every other character as it is. */
    public static char unified(char c) {
        return Radicals.unified(c);
    }

    /** The text with {@link #unified(char)} characters; two writings that look alike become equal. */
    public static String unified(String text) {
        char[] unified = text.toCharArray();
        for (int i = 0; i < unified.length; i++) {
            unified[i] = unified(unified[i]);
        }
        return new String(unified);
    }

    /** Whether the character is one that no font shows as the author meant: private use, or a radical without ideograph. */
    public static boolean isUnreadable(char c) {
        return (c >= '\uE000' && c <= '\uF8FF') || (Radicals.isRadical(c) && unified(c) == c);
    }

    /**
     * The text on one line: each run of line breaks and tabs becomes a blank, and what cannot be seen, such as control
     * characters and changes of the direction of writing, is left out. For names, titles and numbers, which go into lists,
     * mails and logs. Radicals become ideographs, so that a search finds them.
     */
    public static String oneLine(String text) {
        return unified(BREAKS.matcher(text).replaceAll(" ").replaceAll("[\\p{Cc}\\p{Cf}]", ""));
    }

    /** The text without what cannot be seen; lines end with a line feed, tabs stay, radicals become ideographs. */
    public static String lines(String text) {
        return unified(text.replaceAll("\\r\\n|[\\r\\x0B\\f\\x85\\x{2028}\\x{2029}]", "\n")
                .replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]", ""));
    }

    /** At most {@code longest} characters (UTF-16), with … where something was cut. */
    public static String clipped(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, cut(text, longest - 1)) + "…";
    }

    /** Where to cut a text at {@code at} or just before it, so that no character is cut in half. */
    public static int cut(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
    }
}
