package org.noticecascade;

/** Text as every database can keep it. */
public final class PlainText {
    private PlainText() {}

    /** Whether there is neither the character NUL nor half a surrogate pair in it. */
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
    }
}
