package org.noticecascade.document;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds titles among the lines of the head, also broken over lines or in 《》. */
final class TitleLines {
    private static final int MOST_LINES = 6;

    private final List<Line> lines;

    TitleLines(List<Line> lines) {
        this.lines = lines;
    }

    void read(Consumer<Sourced<String>> title, Consumer<Line> leftOver) {
        int i = 0;
        while (i < lines.size()) {
            int end = titleEnd(i);
            if (end < 0) {
                leftOver.accept(lines.get(i));
                i++;
            } else {
                title.accept(join(lines.subList(i, end)));
                i = end;
            }
        }
    }

    /** Index behind the last line of the title that begins at {@code first}; -1 where none begins. */
    private int titleEnd(int first) {
        String start = lines.get(first).folded();
        boolean issuerAbove = isIssuerAbove(first);
        if (!issuerAbove && !canBegin(start)) {
            return -1;
        }
        int openQuotes = 0;
        for (int end = first + 1; end <= lines.size() && end - first <= MOST_LINES; end++) {
            Line last = lines.get(end - 1);
            boolean secondTitle = end - first > (issuerAbove ? 2 : 1)
                    && openQuotes <= 0
                    && last.folded().contains("关于");
            if (last.isSentence() || secondTitle) {
                return -1;
            }
            openQuotes += count(last.folded(), '《') - count(last.folded(), '》');
            boolean goesOn = end < lines.size() && lines.get(end).folded().startsWith("的");
            boolean enough = !issuerAbove || end - first > 1;
            if (enough && !goesOn && isComplete(last.folded())) {
                return end;
            }
        }
        return -1;
    }

    private boolean isIssuerAbove(int first) {
        return first + 1 < lines.size()
                && lines.get(first + 1).folded().startsWith("关于")
                && Organs.isName(lines.get(first).folded());
    }

    /** A path of web pages (首页 > 政务 > …) is no title. */
    private static boolean canBegin(String folded) {
        boolean path = folded.indexOf('>') >= 0 || folded.indexOf('|') >= 0 || folded.startsWith("首页");
        return !path && (folded.contains("关于") || (isComplete(folded) && folded.length() > 6));
    }

    private static int count(String text, char wanted) {
        return (int) text.chars().filter(c -> c == wanted).count();
    }

    private static boolean isComplete(String folded) {
        boolean closesQuote = folded.endsWith("》") && !folded.endsWith("》》");
        String inner = closesQuote ? folded.substring(0, folded.length() - 1) : folded;
        return Organs.endsLikePaper(inner) && (!closesQuote || folded.startsWith("《") || folded.indexOf('《') < 0);
    }

    private static Sourced<String> join(List<Line> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        String joined = text.toString();
        String inner = unquoted(joined);
        return new Sourced<>(inner == null ? joined : inner, parts.get(0).number(), Folding.clip(joined, 500));
    }

    private static @Nullable String unquoted(String title) {
        return title.startsWith("《") && title.endsWith("》")
                ? title.substring(1, title.length() - 1).strip()
                : null;
    }

    /** The issuer before the first 关于 of a title; null where there is none. */
    static @Nullable Sourced<String> issuer(@Nullable Sourced<String> title) {
        int about = title == null ? -1 : title.value().indexOf("关于");
        if (title == null || about <= 0) {
            return null;
        }
        String name = title.value().substring(0, about).strip();
        return Organs.isName(Folding.fold(name)) ? new Sourced<>(name, title.line(), title.quote()) : null;
    }
}
