package org.noticecascade.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists what the notice may be asking: every lowest heading, sentences of an actor who 要/应/须, sentences that ask
 * for a report, sentences with a time limit and a demand.
 */
final class Requirements {
    private static final String FROM_TEXT = ";时限取自";

    private final Outline outline;
    private final Deadlines deadlines;
    private final Remarks remarks;
    private final List<Requirement> found = new ArrayList<>();
    private int refused;

    Requirements(Outline outline, Deadlines deadlines, Remarks remarks) {
        this.outline = outline;
        this.deadlines = deadlines;
        this.remarks = remarks;
    }

    List<Requirement> read() {
        int heading = -1;
        for (Outline.Block block : outline.blocks()) {
            int before = found.size() + refused;
            if (block.numbering() != null) {
                heading = readHeading(block);
            }
            readSentences(block, block.section() >= 0 ? heading : -1);
            boolean covered = block.section() >= 0 && outline.isLowest(block.section());
            if (found.size() + refused == before && !covered) {
                remarkUnmatched(block);
            }
        }
        if (refused > 0) {
            remarks.add(
                    null,
                    "要求超过%d条或单句超过%d字,有%d条未列出,请人工核对"
                            .formatted(NoticeReader.MAX_ITEMS, NoticeReader.LONGEST_SENTENCE, refused));
        }
        return found;
    }

    /** Returns the position of the listed heading, or -1. */
    private int readHeading(Outline.Block block) {
        List<Deadline> limits = deadlines.in(block.heading());
        Line heading = block.heading().words();
        if (!outline.isLowest(block.section()) || heading.isEmpty()) {
            return -1;
        }
        String demand = Words.demand(heading.folded());
        String why = "最低一级标题,逐条列出";
        boolean selected = true;
        if (demand == null && Words.isStatement(heading.folded())) {
            why += ";标题是陈述句(含“是”),默认不勾选";
            selected = false;
        } else if (demand == null && Words.isAboutMeaning(Folding.fold(outline.topHeading(block.section())))) {
            why += ";所在部分讲意义或背景,默认不勾选";
            selected = false;
        }
        return add(block, heading, why, limits, selected) ? found.size() - 1 : -1;
    }

    private void readSentences(Outline.Block block, int heading) {
        for (Passage.Part part : block.passage().sentences(block.contentStart())) {
            List<Deadline> limits = deadlines.in(part);
            Line sentence = part.words();
            String why = why(sentence.folded(), limits);
            if (why != null) {
                add(block, sentence, why, limits, true);
            } else if (heading >= 0 && !limits.isEmpty()) {
                addLimit(heading, limits.get(0));
            }
        }
    }

    private static @Nullable String why(String sentence, List<Deadline> limits) {
        String demand = Words.demand(sentence);
        String actor = Words.actorAtStart(sentence);
        String reporting = Words.reporting(sentence);
        List<String> reasons = new ArrayList<>();
        if (actor != null && demand != null) {
            reasons.add("以“%s”开头并有“%s”".formatted(actor, demand));
        }
        if (reporting != null && demand != null) {
            reasons.add("有“%s”和“%s”".formatted(reporting, demand));
        }
        if (!limits.isEmpty() && (demand != null || reporting != null)) {
            reasons.add("写有时限“%s”".formatted(Folding.clip(limits.get(0).phrase(), 60)));
        }
        return reasons.isEmpty() ? null : "句子" + String.join(";", reasons);
    }

    private boolean add(Outline.Block block, Line words, String why, List<Deadline> limits, boolean selected) {
        if (found.size() >= NoticeReader.MAX_ITEMS || words.text().length() > NoticeReader.LONGEST_SENTENCE) {
            refused++;
            return false;
        }
        Deadline first = limits.isEmpty() ? null : limits.get(0);
        String vague = first == null ? Words.vagueTime(words.folded()) : null;
        found.add(new Requirement(
                outline.path(block.section()),
                words.text(),
                why,
                words.number(),
                first == null ? vague : Folding.clip(first.phrase(), 200),
                first == null ? null : first.date(),
                selected));
        if (vague != null) {
            remarks.add(words.number(), "“%s”没有写明日期,请人工确定时限".formatted(vague));
        }
        if (limits.size() > 1) {
            remarks.add(
                    words.number(),
                    "此句写有%d个时限,暂用第一个“%s”,请核对"
                            .formatted(limits.size(), Folding.clip(limits.get(0).phrase(), 60)));
        }
        return true;
    }

    /** Gives a listed heading the time limit that stands in its text: the first, or the first that is a day. */
    private void addLimit(int heading, Deadline limit) {
        Requirement listed = found.get(heading);
        int known = listed.why().indexOf(FROM_TEXT);
        if (listed.dueDate() != null || (known >= 0 && limit.date() == null)) {
            return;
        }
        String why = known < 0 ? listed.why() : listed.why().substring(0, known);
        found.set(
                heading,
                new Requirement(
                        listed.sectionPath(),
                        listed.text(),
                        why + FROM_TEXT + "第%d行正文".formatted(limit.line()),
                        listed.line(),
                        Folding.clip(limit.phrase(), 200),
                        limit.date(),
                        listed.selected()));
    }

    private void remarkUnmatched(Outline.Block block) {
        Line content = block.passage()
                .slice(block.contentStart(), block.passage().text().length());
        if (content.text().length() > 6) {
            remarks.add(content.number(), "此段未识别出要求,请人工核对:“%s”".formatted(Folding.clip(content.text(), 60)));
        }
    }
}
