package org.noticecascade.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the addressees: numbers, titles and the labelled fields of a web page. Every further writing of
 * the same number or title is taken as a repetition, a different one gives a remark.
 */
final class Head {
    private final Remarks remarks;
    private @Nullable Sourced<String> number;
    private @Nullable Sourced<String> title;
    private @Nullable Sourced<String> labelledIssuer;
    private @Nullable Sourced<LocalDate> labelledDate;

    Head(List<Line> lines, Remarks remarks) {
        this.remarks = remarks;
        List<Line> rest = new ArrayList<>();
        for (Line line : lines) {
            Line left = readNumber(line);
            boolean labels = readLabels(line);
            if (!left.isEmpty() && !(labels && left.equals(line))) {
                rest.add(withoutLabel(left));
            }
        }
        new TitleLines(rest).read(this::foundTitle, this::leftOver);
    }

    @Nullable
    Sourced<String> number() {
        return number;
    }

    @Nullable
    Sourced<String> title() {
        return title;
    }

    @Nullable
    Sourced<String> labelledIssuer() {
        return labelledIssuer;
    }

    @Nullable
    Sourced<LocalDate> labelledDate() {
        return labelledDate;
    }

    /** The title behind 标题: or 名称: of a web page; any other line as it is. */
    private static Line withoutLabel(Line line) {
        int colon = line.folded().indexOf(':');
        if (colon < 0 || colon > 6) {
            return line;
        }
        String label = Folding.key(line.text().substring(0, colon));
        return label.equals("标题") || label.equals("名称")
                ? line.slice(colon + 1, line.text().length())
                : line;
    }

    /** The line without the notice's own number; the line itself where it holds none. */
    private Line readNumber(Line line) {
        for (DocumentNumber found : DocumentNumber.in(line.folded())) {
            int start = ownStart(line.folded(), found);
            if (start < 0) {
                remarks.add(
                        line.number(),
                        "“%s”是引用的其他文件的文号,未作为本通知的发文字号".formatted(line.text().substring(found.start(), found.end())));
                continue;
            }
            foundNumber(line, line.text().substring(found.start(), found.end()));
            Line after = line.slice(
                    Math.min(line.text().length(), closing(line.folded(), found)),
                    line.text().length());
            return start == 0 ? after : line.slice(0, start);
        }
        return line;
    }

    /** Where the notice's own number (with its label or bracket) begins; -1 for the number of a quoted paper. */
    private static int ownStart(String folded, DocumentNumber found) {
        String before = folded.substring(0, found.start()).stripTrailing();
        if (before.isEmpty()) {
            return 0;
        }
        String label = Folding.key(before);
        if (label.endsWith("文号:") || label.endsWith("发文字号:")) {
            return 0;
        }
        boolean lastOnLine = closing(folded, found) == folded.length();
        if (before.endsWith("(")) {
            return lastOnLine && Organs.endsLikePaper(before.substring(0, before.length() - 1))
                    ? before.length() - 1
                    : -1;
        }
        return lastOnLine && folded.charAt(found.start() - 1) == ' ' ? before.length() : -1;
    }

    private static int closing(String folded, DocumentNumber found) {
        boolean bracket = found.end() < folded.length() && folded.charAt(found.end()) == ')';
        return bracket ? found.end() + 1 : found.end();
    }

    private void foundNumber(Line line, String written) {
        Sourced<String> known = number;
        if (known == null) {
            number = line.source(written);
        } else if (!DocumentNumber.key(known.value()).equals(DocumentNumber.key(written))) {
            remarks.add(
                    line.number(),
                    "出现两个不同的发文字号:“%s”(第%d行)和“%s”(第%d行),暂用前者,请核对"
                            .formatted(known.value(), known.line(), written, line.number()));
        }
    }

    private boolean readLabels(Line line) {
        String key = line.text().length() > 300 ? "" : Folding.key(line.text());
        int date = key.indexOf("成文日期:");
        if (date >= 0 && labelledDate == null) {
            LocalDate day = LabelledDates.at(key, date + 5);
            labelledDate = day == null ? null : line.source(day);
        }
        int issuer = key.indexOf("发文机关:");
        if (issuer >= 0 && labelledIssuer == null) {
            String name = key.substring(issuer + 5);
            labelledIssuer = Organs.isName(name) ? line.source(name) : null;
        }
        return date >= 0 || issuer >= 0 || key.endsWith("文号:") || key.contains("索引号:");
    }

    private void foundTitle(Sourced<String> found) {
        Sourced<String> known = title;
        if (found.value().length() > 500) {
            remarks.add(found.line(), "这里像是标题,但超过500字,未采用");
        } else if (known == null) {
            title = found;
        } else if (!Folding.key(known.value()).equals(Folding.key(found.value()))) {
            remarks.add(
                    found.line(),
                    "出现两个不同的标题:第%d行与第%d行,暂用前者,请核对:“%s”"
                            .formatted(known.line(), found.line(), Folding.clip(found.value(), 100)));
        }
    }

    private void leftOver(Line line) {
        remarks.dropped(line, "在正文之前,不是标题、文号或主送机关");
    }
}
