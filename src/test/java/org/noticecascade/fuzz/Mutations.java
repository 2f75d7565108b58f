package org.noticecascade.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Spoils valid examples: a few changes at a time, so that much of what made them valid is still there. */
public final class Mutations {
    private static final int LONGEST = 120_000;

    /** Controls, blanks of every kind, direction marks, halves of pairs, rare and joining characters. */
    private static final List<String> ODD = List.of(
            "\u0000",
            "\u0001",
            "\u0007",
            "\b",
            "\t",
            "\u000B",
            "\f",
            "\u001B",
            "\u007F",
            "\u0085",
            "\u00A0",
            "\u00AD",
            "\u0301",
            "\u200B",
            "\u200D",
            "\u200E",
            "\u200F",
            "\u2028",
            "\u2029",
            "\u202A",
            "\u202E",
            "\u2060",
            "\u2066",
            "\u2069",
            "\u3000",
            "\uFEFF",
            "\uFFFD",
            "\uFFFE",
            "\uFFFF",
            "\uD800",
            "\uDBFF",
            "\uDC00",
            "\uDFFF",
            "\uD83D\uDE00",
            "\uD842\uDFB7",
            "\uD83D\uDC68\u200D\uD83D\uDC69",
            "\uE000",
            "０",
            "①",
            "\"",
            "'",
            "\\",
            "<",
            "&",
            "%",
            "$",
            "{",
            "}",
            ";",
            "`",
            "|");

    private static final List<String> BRACKETS =
            List.of("(", ")", "（", "）", "《", "》", "〔", "〕", "[", "]", "“", "”", "{", "}", "【", "】");

    private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r", "\n\r", "\u0085", "\u2028", "\f", "\n\n");

    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            Charset.forName("GB18030"),
            Charset.forName("GB18030"),
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16,
            StandardCharsets.ISO_8859_1,
            Charset.forName("Big5"),
            Charset.forName("Shift_JIS"),
            Charset.forName("UTF-32"));

    private final RandomGenerator random;
    private final List<String> words;

    /** @param words of the format, to be put in at any place */
    public Mutations(RandomGenerator random, List<String> words) {
        this.random = random;
        this.words = words;
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    public boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    /** A text of these words alone, as a grammar without rules makes it. */
    public String ofWords(int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(oneOf(words));
        }
        return text.toString();
    }

    /** One line of {@code start} and the same few words over and over. */
    public String monotonous(String start) {
        String piece = oneOf(words) + (oneIn(4) ? oneOf(words) : "") + (oneIn(8) ? odd() : "");
        return start + piece.repeat(random.nextInt(1000, LONGEST) / piece.length());
    }

    public String odd() {
        return oneOf(ODD);
    }

    /** The text with up to {@code most} changes, at least one. */
    public String changed(String text, int most) {
        String changed = text;
        for (int i = random.nextInt(1, most + 1); i > 0; i--) {
            changed = change(changed);
        }
        return changed;
    }

    private String change(String text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(40));
        return switch (random.nextInt(16)) {
            case 0 -> text.substring(0, from);
            case 1 -> text.substring(from);
            case 2 -> text.substring(0, from) + text.substring(to);
            case 3, 4 -> inserted(text, from, odd());
            case 5, 6 -> inserted(text, from, oneOf(words));
            case 7 -> inserted(text, from, oneOf(BRACKETS).repeat(oneIn(10) ? 300 : random.nextInt(1, 4)));
            case 8 -> inserted(text, from, text.substring(from, to).repeat(random.nextInt(1, 6)));
            case 9 -> inserted(text, from, repeated(oneIn(2) ? oneOf(words) : text.substring(from, to)));
            case 10 -> lines(text);
            case 11 -> text.replaceAll("\r\n|[\n\r]", oneIn(4) ? "" : oneOf(LINE_ENDS));
            case 12 -> mixedLineEnds(text);
            case 13, 14 ->
                inserted(
                        text,
                        text.indexOf('\n', from) + 1,
                        oneOf(words) + repeated(ofWords(3)) + (oneIn(2) ? "\n" : ""));
            default -> text.substring(0, from) + (oneIn(2) ? odd() : oneOf(words)) + text.substring(to);
        };
    }

    private static String inserted(String text, int at, String piece) {
        return text.length() + piece.length() > LONGEST ? text : text.substring(0, at) + piece + text.substring(at);
    }

    /** Rarely as long as it takes to see time that grows with the square, or a recursion without an end. */
    private String repeated(String piece) {
        int length = oneIn(12) ? random.nextInt(20_000, LONGEST / 2) : random.nextInt(1, 400);
        return piece.isEmpty() ? piece : piece.repeat(Math.max(1, length / piece.length()));
    }

    private String lines(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int one = random.nextInt(lines.size());
        switch (random.nextInt(5)) {
            case 0 -> Collections.swap(lines, one, random.nextInt(lines.size()));
            case 1 -> lines.remove(one);
            case 2 -> lines.add(random.nextInt(lines.size()), lines.get(one));
            case 3 -> Collections.rotate(lines, one);
            default -> lines.add(one, String.join("", lines));
        }
        return String.join("\n", lines);
    }

    private String mixedLineEnds(String text) {
        StringBuilder mixed = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            mixed.append(line).append(oneOf(LINE_ENDS));
        }
        return mixed.toString();
    }

    /** The text in any encoding, with or without its mark, seldom damaged. */
    public byte[] encoded(String text) {
        String marked = oneIn(6) ? "\uFEFF" + text : text;
        byte[] bytes = marked.getBytes(oneOf(CHARSETS));
        return oneIn(4) ? damaged(bytes) : bytes;
    }

    /** The bytes with a few of them changed, cut or put in. */
    public byte[] damaged(byte[] bytes) {
        byte[] damaged = bytes.clone();
        for (int i = random.nextInt(1, 5); i > 0 && damaged.length > 0; i--) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(6)) {
                case 0 -> damaged = Arrays.copyOf(damaged, at);
                case 1 -> damaged = Arrays.copyOfRange(damaged, at, damaged.length);
                case 2 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
                case 3 -> damaged[at] = 0;
                case 4 -> Arrays.fill(damaged, at, Math.min(damaged.length, at + 16), (byte) random.nextInt(256));
                default -> damaged[at] = (byte) random.nextInt(256);
            }
        }
        return damaged;
    }
}
