package org.noticecascade.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.PlainText;

/** The paragraphs of the body, each with the section it belongs to. */
final class Outline {
    static final int OPENING = -1;
    static final int CLOSING = -2;
    private static final int LONGEST_HEADING = 300;
    private static final String[] PLAIN_CLOSERS = {"特此", "以上", "本通知", "此通知"};
    private static final String[] CLOSERS = {"特此", "以上", "本通知", "此通知", "请", "各", "有关", "联系"};

    /**
     * A paragraph.
     *
     * @param numbering null for a paragraph without
     * @param headingEnd behind the heading, 。 excluded; 0 without numbering
     * @param contentStart where the text behind the heading begins
     * @param section index of its section, {@link #OPENING} or {@link #CLOSING}
     */
    record Block(Passage passage, @Nullable Numbering numbering, int headingEnd, int contentStart, int section) {

        boolean runIn() {
            return numbering != null && contentStart < passage.folded().length();
        }

        Passage.Part heading() {
            return passage.part(numbering == null ? 0 : numbering.end(), headingEnd);
        }
    }

    private final List<Block> blocks = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();

    Outline(List<Line> body, Remarks remarks) {
        List<Passage> passages = Passage.of(body);
        List<Block> numbered = new ArrayList<>();
        for (Passage passage : passages) {
            numbered.add(block(passage, numbered.isEmpty() ? OPENING : 0));
        }
        int closing = closingStart(numbered);
        int section = OPENING;
        for (int i = 0; i < numbered.size(); i++) {
            Block block = numbered.get(i);
            if (block.numbering() != null && section >= NoticeReader.MAX_ITEMS - 1) {
                remarks.add(block.passage().lineAt(0), "层次标题超过%d个,其余未列出".formatted(NoticeReader.MAX_ITEMS));
                break;
            }
            section += block.numbering() != null ? 1 : 0;
            blocks.add(new Block(
                    block.passage(),
                    block.numbering(),
                    block.headingEnd(),
                    block.contentStart(),
                    i >= closing ? CLOSING : section));
        }
        buildSections();
    }

    List<Block> blocks() {
        return blocks;
    }

    List<Section> sections() {
        return sections;
    }

    /** The numbering from the top down to this section, for example 二、(一). */
    String path(int section) {
        return switch (section) {
            case OPENING -> "正文开头";
            case CLOSING -> "正文结尾";
            default -> paths.get(section);
        };
    }

    /** Whether no deeper section follows before the next of the same depth. */
    boolean isLowest(int section) {
        boolean last = section + 1 == sections.size();
        return last
                || sections.get(section + 1).depth() <= sections.get(section).depth();
    }

    /** The heading of the topmost section above this one, or its own. */
    String topHeading(int section) {
        int top = section;
        while (top > 0 && sections.get(top).depth() > 1) {
            top--;
        }
        return sections.get(top).heading();
    }

    private static Block block(Passage passage, int section) {
        Numbering numbering = Numbering.of(passage.folded());
        if (numbering == null) {
            return new Block(passage, null, 0, 0, section);
        }
        int stop = passage.folded().indexOf('。');
        int end = stop < 0 ? withoutColon(passage.folded()) : stop;
        if (end - numbering.end() > LONGEST_HEADING) {
            int cut = PlainText.cut(passage.text(), numbering.end() + LONGEST_HEADING);
            return new Block(passage, numbering, cut, numbering.end(), section);
        }
        return new Block(passage, numbering, end, stop < 0 ? passage.folded().length() : stop + 1, section);
    }

    private static int withoutColon(String folded) {
        int end = folded.length();
        while (end > 0 && ":; ".indexOf(folded.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** Index of the first paragraph of the closing part; the number of paragraphs where there is none. */
    private static int closingStart(List<Block> blocks) {
        int last = blocks.size() - 1;
        while (last >= 0 && blocks.get(last).numbering() == null) {
            last--;
        }
        if (last < 0 || last == blocks.size() - 1) {
            return blocks.size();
        }
        if (blocks.get(last).runIn() && !continuesRunIn(blocks, last)) {
            return last + 1;
        }
        String[] closers = blocks.get(last).runIn() ? CLOSERS : PLAIN_CLOSERS;
        int end = blocks.size() - 1;
        boolean closes = end > last + 1 || blocks.get(last).runIn();
        return closes && startsWithAny(blocks.get(end).passage().folded(), closers) ? end : blocks.size();
    }

    /** Whether an earlier run-in heading is followed by further paragraphs of its section. */
    private static boolean continuesRunIn(List<Block> blocks, int last) {
        for (int i = 0; i < last; i++) {
            if (blocks.get(i).runIn() && blocks.get(i + 1).numbering() == null) {
                return true;
            }
        }
        return false;
    }

    private void buildSections() {
        List<String> path = new ArrayList<>();
        List<Integer> depths = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Numbering numbering = blocks.get(i).numbering();
            if (numbering == null) {
                continue;
            }
            while (!depths.isEmpty() && depths.get(depths.size() - 1) >= numbering.depth()) {
                depths.remove(depths.size() - 1);
                path.remove(path.size() - 1);
            }
            Passage passage = blocks.get(i).passage();
            String written = passage.text().substring(0, numbering.end());
            depths.add(numbering.depth());
            path.add(written);
            paths.add(String.join("", path));
            sections.add(new Section(
                    numbering.depth(), written, blocks.get(i).heading().words().text(), content(i), passage.lineAt(0)));
        }
    }

    private String content(int heading) {
        Passage first = blocks.get(heading).passage();
        int start = blocks.get(heading).contentStart();
        StringBuilder content =
                new StringBuilder(first.slice(start, first.text().length()).text());
        for (int i = heading + 1; i < blocks.size() && blocks.get(i).numbering() == null; i++) {
            if (blocks.get(i).section() == CLOSING) {
                break;
            }
            content.append(content.isEmpty() ? "" : "\n")
                    .append(blocks.get(i).passage().text());
        }
        return content.toString();
    }

    private static boolean startsWithAny(String text, String[] words) {
        for (String word : words) {
            if (text.startsWith(word)) {
                return true;
            }
        }
        return false;
    }
}
