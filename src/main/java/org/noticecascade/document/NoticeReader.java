package org.noticecascade.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a notice from its text. Stateless; time grows with the length of the text.
 *
 * <p>Nothing is understood, only found by its form: what the reader returns is a proposal with sources, to be
 * confirmed by a person before anything is issued.
 */
public final class NoticeReader {
    /** The most sections, requirements, deadlines, attachments and remarks listed, one kind each. */
    public static final int MAX_ITEMS = 500;

    /** A longer sentence is not listed as a requirement. */
    static final int LONGEST_SENTENCE = 2000;

    /** Never fails: a text that is no notice gives empty fields and remarks. */
    public ReadNotice read(NoticeText text) {
        Remarks remarks = new Remarks();
        Layout layout = new Layout(text, remarks);
        Head head = new Head(layout.head(), remarks);
        Sourced<LocalDate> issueDate = issueDate(layout, head, remarks);
        Outline outline = new Outline(layout.body(), remarks);
        Deadlines deadlines = new Deadlines(issueDate == null ? null : issueDate.value(), remarks);
        List<Requirement> requirements = new Requirements(outline, deadlines, remarks).read();
        remarkEmptyLists(outline, requirements, deadlines, remarks);
        Addressees addressees = layout.addressees();
        return new ReadNotice(
                asked(head.number(), "发文字号", 100, remarks),
                asked(head.title(), "标题", 500, remarks),
                asked(issuer(layout, head, remarks), "发文机关", 200, remarks),
                asked(addressees == null ? null : addressees.value(), "主送机关", 1000, remarks),
                addressees == null ? List.of() : addressees.groups(),
                issueDate,
                contact(layout, outline, remarks),
                outline.sections(),
                unsectioned(outline),
                requirements,
                deadlines.all(),
                layout.attachments(),
                remarks.sorted());
    }

    private static @Nullable Sourced<LocalDate> issueDate(Layout layout, Head head, Remarks remarks) {
        Signature signature = layout.signature();
        Sourced<LocalDate> labelled = head.labelledDate();
        LocalDate signed = signature == null ? null : signature.date();
        if (signature == null || signed == null) {
            if (signature != null) {
                remarks.add(signature.dateLineNumber(), "落款日期不是有效日期,未采用");
            }
            if (labelled == null) {
                remarks.missing("成文日期");
            }
            return labelled;
        }
        if (labelled != null && !labelled.value().equals(signed)) {
            remarks.add(labelled.line(), "页面所标成文日期%s与落款日期%s不一致,暂用落款日期,请核对".formatted(labelled.value(), signed));
        }
        return new Sourced<>(signed, signature.dateLineNumber(), signature.dateQuote());
    }

    private static @Nullable Sourced<String> issuer(Layout layout, Head head, Remarks remarks) {
        Sourced<String> titled = TitleLines.issuer(head.title());
        Sourced<String> signed = signed(layout);
        if (signed == null) {
            return titled != null ? titled : head.labelledIssuer();
        }
        if (titled != null && !Folding.key(titled.value()).equals(Folding.key(signed.value()))) {
            remarks.add(signed.line(), "落款“%s”与标题中的发文机关“%s”不一致,暂用落款,请核对".formatted(signed.value(), titled.value()));
        }
        return signed;
    }

    private static @Nullable Sourced<String> signed(Layout layout) {
        Signature signature = layout.signature();
        Line undated = layout.undatedIssuer();
        List<Line> names = signature != null ? signature.issuer() : undated == null ? List.of() : List.of(undated);
        if (names.isEmpty()) {
            return null;
        }
        String value = names.stream().map(Line::text).collect(Collectors.joining(" "));
        return new Sourced<>(value, names.get(0).number(), Folding.clip(value, 500));
    }

    private static @Nullable Sourced<Contact> contact(Layout layout, Outline outline, Remarks remarks) {
        List<Line> lines = new ArrayList<>(layout.contact());
        for (Outline.Block block : lines.isEmpty() ? outline.blocks() : List.<Outline.Block>of()) {
            Passage passage = block.passage();
            Line within = Contacts.within(passage.slice(0, passage.text().length()));
            if (within != null) {
                int offset = passage.text().indexOf(within.text());
                lines.add(new Line(passage.lineAt(offset), within.text(), within.folded()));
                break;
            }
        }
        if (lines.isEmpty()) {
            remarks.add(null, "未找到联系人,如有请人工填写");
            return null;
        }
        Contact contact = Contacts.contact(lines);
        if (contact.text().length() > 500) {
            remarks.add(lines.get(0).number(), "联系人一段超过500字,未采用,请人工填写");
            return null;
        }
        return lines.get(0).source(contact);
    }

    private static List<Sourced<String>> unsectioned(Outline outline) {
        return outline.blocks().stream()
                .filter(block -> block.section() < 0)
                .limit(MAX_ITEMS)
                .map(block ->
                        block.passage().lines().get(0).source(block.passage().text()))
                .toList();
    }

    private static @Nullable Sourced<String> asked(
            @Nullable Sourced<String> field, String name, int longest, Remarks remarks) {
        if (field != null && field.value().length() > longest) {
            remarks.add(field.line(), "%s超过%d字,疑似有误,未采用".formatted(name, longest));
        } else if (field != null) {
            return field;
        }
        remarks.missing(name);
        return null;
    }

    private static void remarkEmptyLists(
            Outline outline, List<Requirement> requirements, Deadlines deadlines, Remarks remarks) {
        if (outline.sections().isEmpty()) {
            remarks.add(null, "未找到“一、”“(一)”“1.”一类的层次标题");
        }
        if (requirements.isEmpty()) {
            remarks.add(null, "未识别出要求,请人工添加");
        }
        if (deadlines.all().isEmpty()) {
            remarks.add(null, "文中没有写明日期的时限,请人工确定各项时限");
        }
    }
}
