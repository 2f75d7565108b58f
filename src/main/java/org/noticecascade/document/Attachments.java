package org.noticecascade.document;

import org.jspecify.annotations.Nullable;

/** Tells the list of attachments (附件:1.… 2.…) from the attachments themselves. */
final class Attachments {
    private Attachments() {}

    /** 附件 or 附件2 alone on its line: an attachment begins. */
    static boolean isHeading(String folded) {
        return labelEnd(folded) == folded.length();
    }

    /** The name behind 附件: or 附件1:, possibly empty; null where the line is none. */
    static @Nullable Line listed(Line line) {
        int end = labelEnd(line.folded());
        if (end < 0
                || end >= line.folded().length()
                || ":.、 ".indexOf(line.folded().charAt(end)) < 0) {
            return null;
        }
        return withoutNumber(line.slice(end + 1, line.text().length()));
    }

    /** The name on a further line of the list (2.…); null where the line is none. */
    static @Nullable Line continued(Line line) {
        Numbering numbering = Numbering.of(line.folded());
        return numbering != null && numbering.depth() == 3 && !line.isSentence() ? withoutNumber(line) : null;
    }

    private static Line withoutNumber(Line line) {
        Numbering numbering = Numbering.of(line.folded());
        return numbering == null || numbering.depth() != 3
                ? line
                : line.slice(numbering.end(), line.text().length());
    }

    private static int labelEnd(String folded) {
        if (!folded.startsWith("附件") || folded.length() > 300) {
            return -1;
        }
        int pos = 2;
        while (pos < folded.length() && pos < 5 && " 0123456789一二三四五六七八九十".indexOf(folded.charAt(pos)) >= 0) {
            pos++;
        }
        return pos;
    }
}
