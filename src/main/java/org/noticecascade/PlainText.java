package org.noticecascade;

/** Text as every database can keep it. */
public final class PlainText {
    private PlainText() {}

    /** Whether there is neither the character NUL nor half a surrogate pair in it. */
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
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
