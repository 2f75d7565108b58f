package org.noticecascade.document;

import org.jspecify.annotations.Nullable;

/**
 * The numbering a paragraph begins with.
 *
 * @param depth 1 for 一、 2 for (一) 3 for 1. 4 for (1)
 * @param end offset behind the numbering
 */
record Numbering(int depth, int end) {
    private static final String CHINESE = "一二三四五六七八九十百";

    /** Null where the folded text begins with no numbering; 2021.5 and 1.5亿 are none. */
    static @Nullable Numbering of(String folded) {
        int chinese = run(folded, 0, CHINESE, 4);
        if (chinese > 0 && isOneOf(folded, chinese, "、.")) {
            return new Numbering(1, chinese + 1);
        }
        int digits = run(folded, 0, "0123456789", 2);
        if (digits > 0 && isOneOf(folded, digits, "、.") && !isOneOf(folded, digits + 1, "0123456789")) {
            return new Numbering(3, digits + 1);
        }
        return folded.startsWith("(") ? bracketed(folded) : null;
    }

    private static @Nullable Numbering bracketed(String folded) {
        int chinese = run(folded, 1, CHINESE, 4);
        if (chinese > 1 && isOneOf(folded, chinese, ")")) {
            return new Numbering(2, isOneOf(folded, chinese + 1, "、") ? chinese + 2 : chinese + 1);
        }
        int digits = run(folded, 1, "0123456789", 2);
        return digits > 1 && isOneOf(folded, digits, ")") ? new Numbering(4, digits + 1) : null;
    }

    /** The end of the run of such characters from {@code from}; {@code from} where it is longer than allowed. */
    private static int run(String folded, int from, String characters, int longest) {
        int end = from;
        while (end - from <= longest && isOneOf(folded, end, characters)) {
            end++;
        }
        return end - from > longest ? from : end;
    }

    private static boolean isOneOf(String folded, int pos, String characters) {
        return pos < folded.length() && characters.indexOf(folded.charAt(pos)) >= 0;
    }
}
