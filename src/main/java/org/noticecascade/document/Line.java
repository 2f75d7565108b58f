package org.noticecascade.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One line of the text without the blanks around it.
 *
 * @param number 1-based physical line of the input
 * @param text as written
 * @param folded {@code text} folded, of equal length
 */
record Line(int number, String text, String folded) {
    /** Line ends, the two of CR LF are one. */
    private static final String ENDS = "\n\r\u000B\f\u0085\u2028\u2029";

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

    /**
     * All lines that are not blank; lines end with LF, CR LF, CR, VT, FF, NEL or one of Unicode's separators. What cannot be
     * seen, such as soft hyphens and zero-width characters, is left out.
     */
    static List<Line> split(String text) {
        List<Line> lines = new ArrayList<>();
        int number = 1;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && !isEnd(text.charAt(i))) {
                continue;
            }
            add(lines, number, INVISIBLE.matcher(text.substring(start, i)).replaceAll(""));
            number++;
            if (i + 1 < text.length() && text.charAt(i) == '\r' && text.charAt(i + 1) == '\n') {
                i++;
            }
            start = i + 1;
        }
        return lines;
    }

    static boolean isEnd(char c) {
        return ENDS.indexOf(c) >= 0;
    }

    private static void add(List<Line> lines, int number, String raw) {
        Line line = new Line(number, raw, Folding.fold(raw)).slice(0, raw.length());
        if (!line.isEmpty()) {
            lines.add(line);
        }
    }

    /** The part from {@code from} to {@code to}, without the blanks around it. */
    Line slice(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && folded.charAt(start) == ' ') {
            start++;
        }
        while (end > start && folded.charAt(end - 1) == ' ') {
            end--;
        }
        return new Line(number, text.substring(start, end), folded.substring(start, end));
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    boolean isSentence() {
        return folded.indexOf('。') >= 0;
    }

    <T> Sourced<T> source(T value) {
        return new Sourced<>(value, number, Folding.clip(text, 500));
    }
}
