package org.noticecascade.document;

import org.noticecascade.PlainText;

/**
 * The copy of the text that patterns are matched on: full-width forms become half-width, every blank a space, radicals
 * that PDF files leave in copied text the ideographs they look like.
 *
 * <p>One character stays one character, so an offset in the copy is the same offset in the original.
 */
final class Folding {
    private static final int FULL_TO_HALF = 0xFEE0;

    /** What the ideographic space of old GBK texts is decoded to. */
    private static final char OLD_GBK_BLANK = '\uE5E5';

    private Folding() {}

    static String fold(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(folded[i]);
        }
        return new String(folded);
    }

    static char fold(char c) {
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return (char) (c - FULL_TO_HALF);
        }
        if (isBlank(c)) {
            return ' ';
        }
        return switch (c) {
            case OLD_GBK_BLANK -> ' ';
            case '\uFF61' -> '。';
            case '\uFE59' -> '(';
            case '\uFE5A' -> ')';
            case '\u25CB', '\u3007', '\u25EF' -> '〇';
            default -> PlainText.unified(c);
        };
    }

    /** Spaces of every width, line breaks, and the invisible characters web pages leave behind. */
    static boolean isBlank(char c) {
        return c <= ' '
                || c == '\u00A0'
                || c == '\u0085'
                || c == '\uFEFF'
                || (c >= '\u200B' && c <= '\u200F')
                || c == '\u2060'
                || Character.isSpaceChar(c);
    }

    /** The folded text without any blank: two writings of the same words become equal. */
    static String key(String text) {
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = fold(text.charAt(i));
            if (c != ' ') {
                key.append(c);
            }
        }
        return key.toString();
    }

    /** At most {@code limit} characters, with … where something was cut. */
    static String clip(String text, int limit) {
        return PlainText.clipped(text, limit);
    }
}
