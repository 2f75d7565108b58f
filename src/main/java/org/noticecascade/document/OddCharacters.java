package org.noticecascade.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.noticecascade.PlainText;

/** Characters a person cannot see or no font shows: said once for the whole text, with the first line. */
final class OddCharacters {
    private static final int MOST_NAMED = 5;

    private final Map<Character, Integer> unreadable = new LinkedHashMap<>();
    private int invisible;
    private int firstInvisible;
    private int firstLine;

    private OddCharacters() {}

    /**
     * Adds at most two remarks.
     *
     * @param text as it was decoded, with what {@link Line} leaves out
     */
    static void remark(String text, Remarks remarks) {
        OddCharacters odd = new OddCharacters();
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Line.isEnd(c) && !(c == '\n' && i > 0 && text.charAt(i - 1) == '\r')) {
                line++;
            }
            odd.count(c, line);
        }
        odd.say(remarks);
    }

    private void count(char c, int line) {
        if (Character.getType(c) == Character.FORMAT) {
            firstInvisible = invisible == 0 ? c : firstInvisible;
            firstLine = invisible == 0 ? line : firstLine;
            invisible++;
        } else if (PlainText.isUnreadable(c) && Folding.fold(c) == c && unreadable.size() < MOST_NAMED) {
            unreadable.putIfAbsent(c, line);
        }
    }

    private void say(Remarks remarks) {
        if (invisible > 0) {
            remarks.add(firstLine, "有看不见的字符(U+%04X),全文共%d个,已略去".formatted(firstInvisible, invisible));
        }
        if (!unreadable.isEmpty()) {
            String named = unreadable.keySet().stream()
                    .map(c -> "“%c”(U+%04X)".formatted(c, (int) c))
                    .collect(Collectors.joining("、"));
            remarks.add(unreadable.values().iterator().next(), "有无法识别的字符%s,可能来自旧编码或PDF,请对照原文改正".formatted(named));
        }
    }
}
