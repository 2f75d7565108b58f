package org.noticecascade.directory;

/** A cell as the file holds it. In CSV every cell is text. */
record SheetCell(Kind kind, String text) {

    enum Kind {
        TEXT,
        NUMBER,
        FORMULA,
        OTHER
    }

    static final SheetCell EMPTY = new SheetCell(Kind.TEXT, "");

    static SheetCell text(String text) {
        return new SheetCell(Kind.TEXT, text);
    }

    boolean isBlank() {
        return kind == Kind.TEXT && trimmed().isEmpty();
    }

    /** Without white space around it, the ideographic and the no-break space included. */
    String trimmed() {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
