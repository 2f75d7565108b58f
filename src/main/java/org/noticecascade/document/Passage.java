package org.noticecascade.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A paragraph of the body, of one line or of several that were broken in mid-sentence.
 *
 * @param starts for each line, the offset where it begins
 */
record Passage(String text, String folded, List<Line> lines, List<Integer> starts) {
    private static final int SHORTEST_BROKEN = 15;
    private static final String ENDINGS = "。!?;:";
    private static final String CLOSERS = ")》”’\"";

    /** Joins the lines of the body to paragraphs. */
    static List<Passage> of(List<Line> body) {
        List<Passage> passages = new ArrayList<>();
        List<Line> open = new ArrayList<>();
        for (Line line : body) {
            boolean goesOn = !open.isEmpty() && isBroken(open) && Numbering.of(line.folded()) == null;
            if (!goesOn && !open.isEmpty()) {
                passages.add(join(open));
                open.clear();
            }
            open.add(line);
        }
        if (!open.isEmpty()) {
            passages.add(join(open));
        }
        return passages;
    }

    /** Whether a paragraph goes on: it stopped in mid-sentence and is no heading on a line of its own. */
    private static boolean isBroken(List<Line> open) {
        String last = open.get(open.size() - 1).folded();
        int end = last.length();
        while (end > 0 && CLOSERS.indexOf(last.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end > 0 && ENDINGS.indexOf(last.charAt(end - 1)) >= 0) {
            return false;
        }
        boolean numbered = Numbering.of(open.get(0).folded()) != null;
        boolean sentenceBegun = open.size() > 1 || open.get(0).isSentence();
        return sentenceBegun || (!numbered && last.length() >= SHORTEST_BROKEN);
    }

    private static Passage join(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        StringBuilder folded = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (Line line : lines) {
            starts.add(text.length());
            text.append(line.text());
            folded.append(line.folded());
        }
        return new Passage(text.toString(), folded.toString(), List.copyOf(lines), starts);
    }

    int lineAt(int offset) {
        int found = 0;
        int high = starts.size() - 1;
        while (found < high) {
            int middle = (found + high + 1) / 2;
            if (starts.get(middle) <= offset) {
                found = middle;
            } else {
                high = middle - 1;
            }
        }
        return lines.get(found).number();
    }

    /** The part from {@code from} to {@code to} as a line of its own, without blanks around it. */
    Line slice(int from, int to) {
        return part(from, to).words();
    }

    /** The same with its place, for what is found within it. */
    Part part(int from, int to) {
        int start = from;
        while (start < to && folded.charAt(start) == ' ') {
            start++;
        }
        Line words = new Line(lineAt(start), text.substring(start, to), folded.substring(start, to));
        return new Part(words.slice(0, to - start), this, start);
    }

    /** The sentences from {@code from} on, each with its closing sign. */
    List<Part> sentences(int from) {
        List<Part> sentences = new ArrayList<>();
        int start = from;
        for (int i = from; i < folded.length(); i++) {
            if ("。!?".indexOf(folded.charAt(i)) >= 0) {
                int end = i + 1 < folded.length() && "”’\"".indexOf(folded.charAt(i + 1)) >= 0 ? i + 2 : i + 1;
                sentences.add(part(start, end));
                start = end;
            }
        }
        if (start < folded.length()) {
            sentences.add(part(start, folded.length()));
        }
        sentences.removeIf(part -> part.words().isEmpty());
        return sentences;
    }

    /**
     * Words of a paragraph.
     *
     * @param words their number is the line they begin on
     * @param start where they begin in the paragraph
     */
    record Part(Line words, Passage passage, int start) {

        /** The line of a character of these words, which may have been broken over several. */
        int lineAt(int offset) {
            return passage.lineAt(start + offset);
        }
    }
}
