package org.noticecascade.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noticecascade.document.AddresseeGroup.Meaning;

/**
 * The addressees 主送机关: the line or lines that end with a colon before the body begins.
 *
 * @param first index of their first line
 * @param afterLast index behind their last line
 * @param lines their lines, the last one without the colon
 * @param rest what stands behind the colon on the same line, part of the body
 */
record Addressees(
        int first,
        int afterLast,
        List<Line> lines,
        @Nullable Line rest) {
    private static final int MOST_LINES = 8;
    private static final int LONGEST = 1000;
    private static final List<String> LABELS = List.of("所属机构:", "发布机构:", "主办单位:", "承办单位:", "主管单位:", "发文机关:", "来源:");
    private static final List<String> BEGINNINGS = List.of("各", "有关", "全国", "国务院", "机关", "总局");

    static @Nullable Addressees find(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Addressees found = at(lines, i);
            if (found != null) {
                return found;
            }
            Numbering numbering = Numbering.of(lines.get(i).folded());
            if ((numbering != null && numbering.depth() < 3) || lines.get(i).isSentence()) {
                return null;
            }
        }
        return null;
    }

    private static @Nullable Addressees at(List<Line> lines, int first) {
        if (!canBegin(lines.get(first).folded())) {
            return null;
        }
        List<Line> taken = new ArrayList<>();
        int length = 0;
        for (int i = first; i < lines.size() && i < first + MOST_LINES; i++) {
            Line line = lines.get(i);
            int colon = line.folded().indexOf(':');
            Line part = colon < 0 ? line : line.slice(0, colon);
            length += part.text().length();
            if (length > LONGEST || (i > first && !canContinue(part.folded())) || part.isSentence()) {
                return null;
            }
            taken.add(part);
            if (colon >= 0) {
                return end(first, i, taken, line.slice(colon + 1, line.text().length()));
            }
            if (i == first && !isOpen(line.folded())) {
                return null;
            }
        }
        return null;
    }

    private static @Nullable Addressees end(int first, int last, List<Line> taken, Line rest) {
        String name = taken.get(taken.size() - 1).folded();
        boolean everyone = taken.get(0).folded().startsWith("各") && rest.isEmpty();
        if (!Organs.endsLikeName(name) && !(everyone && name.length() < 60)) {
            return null;
        }
        return new Addressees(first, last + 1, List.copyOf(taken), rest.isEmpty() ? null : rest);
    }

    private static boolean canBegin(String folded) {
        return "为根据按经现《(附联".indexOf(folded.charAt(0)) < 0
                && canContinue(folded)
                && !folded.contains("如下")
                && LABELS.stream().noneMatch(folded::contains);
    }

    /** Only such a first line may be continued: the lines of a web menu above must not be joined to it. */
    private static boolean isOpen(String folded) {
        return BEGINNINGS.stream().anyMatch(folded::startsWith) || folded.endsWith("、") || folded.endsWith(",");
    }

    private static boolean canContinue(String folded) {
        return !folded.contains("关于")
                && !folded.contains("http")
                && Numbering.of(folded) == null
                && DocumentNumber.in(Folding.clip(folded, LONGEST)).isEmpty();
    }

    /** The addressees as one text, lines joined without a blank. */
    Sourced<String> value() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()));
        return new Sourced<>(text.toString(), lines.get(0).number(), Folding.clip(text.toString(), 500));
    }

    /** Split at commas and semicolons outside brackets. */
    List<AddresseeGroup> groups() {
        List<AddresseeGroup> groups = new ArrayList<>();
        StringBuilder group = new StringBuilder();
        int depth = 0;
        int groupLine = lines.get(0).number();
        for (Line line : lines) {
            for (int i = 0; i < line.folded().length(); i++) {
                char c = line.folded().charAt(i);
                depth = Math.max(0, depth + (c == '(' ? 1 : c == ')' ? -1 : 0));
                if (depth == 0 && (c == ',' || c == ';')) {
                    addGroup(groups, group, groupLine);
                } else {
                    groupLine = group.isEmpty() ? line.number() : groupLine;
                    group.append(line.text().charAt(i));
                }
            }
        }
        addGroup(groups, group, groupLine);
        return groups;
    }

    private static void addGroup(List<AddresseeGroup> groups, StringBuilder group, int line) {
        String text = group.toString().strip();
        group.setLength(0);
        if (!text.isEmpty()) {
            groups.add(new AddresseeGroup(text, meanings(Folding.key(text)), line));
        }
    }

    private static Set<Meaning> meanings(String folded) {
        EnumSet<Meaning> meanings = EnumSet.noneOf(Meaning.class);
        if (folded.contains("各省") && !folded.contains("各省辖市") && !folded.contains("各省属")) {
            meanings.add(Meaning.ALL_PROVINCES);
        }
        if (folded.contains("各司") || folded.contains("机关各处") || folded.contains("各内设机构")) {
            meanings.add(Meaning.DEPARTMENTS);
        }
        if (folded.contains("各直属") || folded.contains("司局、直属单位") || folded.contains("各派出")) {
            meanings.add(Meaning.AFFILIATED);
        }
        return meanings.isEmpty() ? EnumSet.of(Meaning.UNKNOWN) : meanings;
    }
}
