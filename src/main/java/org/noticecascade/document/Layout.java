package org.noticecascade.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which lines of the text are head, addressees, body, contact, attachments, signature; the rest is remarked on. */
final class Layout {
    private final Remarks remarks;
    private final List<Line> head;
    private final List<Line> body = new ArrayList<>();
    private final List<Line> contact = new ArrayList<>();
    private final List<Sourced<String>> attachments = new ArrayList<>();
    private final @Nullable Addressees addressees;
    private final @Nullable Signature signature;
    private @Nullable Line undatedIssuer;

    Layout(NoticeText text, Remarks remarks) {
        this.remarks = remarks;
        OddCharacters.remark(text.text(), remarks);
        List<Line> lines = Boilerplate.without(Line.split(text.text()), remarks);
        addressees = Addressees.find(lines);
        int bodyStart = addressees == null ? bodyStart(lines) : addressees.afterLast();
        head = lines.subList(0, addressees == null ? bodyStart : addressees.first());
        signature = Signature.find(lines, bodyStart, remarks);
        if (addressees != null && addressees.rest() != null) {
            body.add(addressees.rest());
        }
        int bodyEnd = signature == null ? lines.size() : signature.first();
        sortBody(lines.subList(bodyStart, bodyEnd));
        takeUndatedIssuer();
        sortTail(signature == null ? List.of() : lines.subList(signature.dateLine() + 1, lines.size()));
    }

    List<Line> head() {
        return head;
    }

    @Nullable
    Addressees addressees() {
        return addressees;
    }

    List<Line> body() {
        return body;
    }

    List<Line> contact() {
        return contact;
    }

    List<Sourced<String>> attachments() {
        return attachments;
    }

    @Nullable
    Signature signature() {
        return signature;
    }

    /** The organ on the last line of a body that no date follows; null where there is none. */
    @Nullable
    Line undatedIssuer() {
        return undatedIssuer;
    }

    private void takeUndatedIssuer() {
        if (signature == null && body.size() > 1) {
            Line last = body.get(body.size() - 1);
            if (Organs.isName(last.folded()) && Numbering.of(last.folded()) == null) {
                undatedIssuer = body.remove(body.size() - 1);
            }
        }
    }

    /** Without addressees the body begins with the first sentence or the first heading. */
    private static int bodyStart(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Numbering numbering = Numbering.of(lines.get(i).folded());
            if (lines.get(i).isSentence() || numbering != null) {
                return i;
            }
        }
        return lines.size();
    }

    private void sortBody(List<Line> lines) {
        int i = 0;
        while (i < lines.size()) {
            int end = endOfSpecial(lines, i);
            if (end == i) {
                body.add(lines.get(i));
                end++;
            }
            i = end;
        }
    }

    private void sortTail(List<Line> lines) {
        int i = 0;
        while (i < lines.size()) {
            Line line = lines.get(i);
            if (Attachments.isHeading(line.folded()) && !isList(lines, i)) {
                remarks.add(line.number(), "自此行起是附件正文(共%d行),未读取,请作为附件上传".formatted(lines.size() - i));
                return;
            }
            int end = endOfSpecial(lines, i);
            if (end == i) {
                remarks.dropped(line, "在成文日期之后,不属于正文");
                end++;
            }
            i = end;
        }
    }

    /** Takes contact or attachment lines beginning at {@code from}; returns the index behind them. */
    private int endOfSpecial(List<Line> lines, int from) {
        Line first = lines.get(from);
        if (Contacts.begins(first.folded())) {
            int end = from;
            do {
                contact.add(lines.get(end));
                end++;
            } while (end < lines.size() && Contacts.continues(lines.get(end).folded()));
            return end;
        }
        Line name = Attachments.isHeading(first.folded()) && isList(lines, from)
                ? first.slice(0, 0)
                : Attachments.listed(first);
        if (name == null) {
            return from;
        }
        int end = from;
        while (name != null) {
            addAttachment(name);
            end++;
            name = end < lines.size() ? Attachments.continued(lines.get(end)) : null;
        }
        return end;
    }

    /** Whether 附件 alone on a line is followed by 1. … 2. …, so that it is the list. */
    private static boolean isList(List<Line> lines, int index) {
        return index + 1 < lines.size() && Attachments.continued(lines.get(index + 1)) != null;
    }

    private void addAttachment(Line name) {
        if (!name.isEmpty() && attachments.size() < NoticeReader.MAX_ITEMS) {
            attachments.add(name.source(Folding.clip(name.text(), 300)));
        }
    }
}
