package org.noticecascade.mail;

/** Makes text safe for a mail header: a line break in a name or subject would begin a header of its own. */
final class HeaderText {
    static final int LONGEST = 200;

    private HeaderText() {}

    /** Control, format, line and paragraph characters become one space, outer space goes, 200 characters stay. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (!isInvisible(character)) {
                clean.appendCodePoint(character);
            } else if (clean.length() > 0 && clean.charAt(clean.length() - 1) != ' ') {
                clean.append(' ');
            }
        });
        String stripped = clean.toString().strip();
        return stripped.codePointCount(0, stripped.length()) <= LONGEST
                ? stripped
                : stripped.substring(0, stripped.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }
}
