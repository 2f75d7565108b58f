package org.noticecascade.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.noticecascade.PlainText;

/** Holds what was read against the text it was read from and the tables it goes into. */
final class Quoted {
    private final List<String> lines = new ArrayList<>();
    private final boolean wholePairs;
    private final boolean huge;

    Quoted(String text) {
        for (String line : text.split("\r\n|[\r\n\u000B\f\u0085\u2028\u2029]", -1)) {
            lines.add(Folding.key(line.replaceAll("\\p{Cf}", "")));
        }
        huge = text.length() > 30_000;
        wholePairs = PlainText.isStorable(text);
    }

    void check(ReadNotice notice) {
        field(notice.documentNumber(), 100);
        field(notice.title(), 500);
        field(notice.issuer(), 200);
        field(notice.addressees(), 1000);
        day(notice.issueDate() == null ? null : notice.issueDate().value());
        sourced(notice.issueDate());
        sourced(notice.contact());
        if (notice.contact() != null) {
            Contact contact = notice.contact().value();
            stored(contact.text(), 500);
            stands(contact.text(), notice.contact().line());
            contact.phones().forEach(phone -> assertThat(contact.text()).contains(phone.number()));
            contact.emails()
                    .forEach(mail -> assertThat(Folding.fold(contact.text())).contains(mail));
        }
        few(notice.addresseeGroups()).forEach(group -> stands(group.text(), group.line()));
        few(notice.sections()).forEach(this::section);
        few(notice.unsectioned()).forEach(paragraph -> {
            sourced(paragraph);
            stands(paragraph.value(), paragraph.line());
        });
        few(notice.requirements()).forEach(this::requirement);
        few(notice.deadlines()).forEach(this::deadline);
        few(notice.attachments()).forEach(attachment -> {
            sourced(attachment);
            stands(attachment.value(), attachment.line());
        });
        assertThat(notice.remarks())
                .hasSizeLessThanOrEqualTo(NoticeReader.MAX_ITEMS + 1)
                .allSatisfy(remark -> {
                    stored(remark.text(), 2000);
                    within(remark.line() == null ? 1 : remark.line());
                });
    }

    /** As many as are listed, or so many of them that looking each up in a huge text ends. */
    private <T> List<T> few(List<T> items) {
        assertThat(items).hasSizeLessThanOrEqualTo(NoticeReader.MAX_ITEMS);
        return huge ? items.subList(0, Math.min(items.size(), 20)) : items;
    }

    private void section(Section section) {
        stored(section.numbering(), 20);
        stored(section.heading(), 1000);
        stored(section.content(), Integer.MAX_VALUE);
        stands(section.numbering() + section.heading(), section.line());
        assertThat(section.depth()).isBetween(1, 4);
    }

    private void requirement(Requirement found) {
        stored(found.sectionPath(), 200);
        stored(found.text(), NoticeReader.LONGEST_SENTENCE);
        stored(found.why(), 500);
        stored(Objects.requireNonNullElse(found.deadlinePhrase(), ""), 200);
        stands(found.text(), found.line());
        day(found.dueDate());
    }

    private void deadline(Deadline found) {
        stands(found.phrase(), found.line());
        day(found.date());
    }

    private void field(Sourced<String> field, int longest) {
        sourced(field);
        if (field != null) {
            assertThat(field.value()).isNotBlank();
            stored(field.value(), longest);
            stands(field.value(), field.line());
        }
    }

    private void sourced(Sourced<?> field) {
        if (field != null) {
            stored(field.quote(), 500);
            stands(field.quote(), field.line());
        }
    }

    /** Days that a draft takes, see {@code notice.Fields}. */
    private static void day(LocalDate day) {
        if (day != null) {
            assertThat(day.getYear()).isBetween(2000, 2099);
        }
    }

    private void stored(String text, int longest) {
        assertThat(text.length()).isLessThanOrEqualTo(longest);
        if (wholePairs) {
            assertThat(PlainText.isStorable(text)).as("no half characters").isTrue();
        }
    }

    private void within(int line) {
        assertThat(line).isBetween(1, lines.size());
    }

    /** Whether the words, blanks aside, are pieces of this line and lines after it, beginning on this line. */
    private void stands(String words, int line) {
        within(line);
        String rest = Folding.key(words.endsWith("…") ? words.substring(0, words.length() - 1) : words);
        if (rest.isEmpty()) {
            return;
        }
        int first = longestStart(rest, lines.get(line - 1));
        assertThat(first).as("“%s” begins on line %d", words, line).isPositive();
        for (int next = line; first < rest.length() && next < lines.size(); next++) {
            rest = rest.substring(first);
            first = longestStart(rest, lines.get(next));
        }
        assertThat(first).as("all of “%s” stands from line %d on", words, line).isEqualTo(rest.length());
    }

    /** How much of the beginning of {@code words} stands anywhere in {@code line}. */
    private static int longestStart(String words, String line) {
        if (line.contains(words)) {
            return words.length();
        }
        return Stream.iterate(line.indexOf(words.charAt(0)), at -> at >= 0, at -> line.indexOf(words.charAt(0), at + 1))
                .mapToInt(at -> alike(words, line, at))
                .max()
                .orElse(0);
    }

    private static int alike(String words, String line, int at) {
        int length = 0;
        while (length < words.length()
                && at + length < line.length()
                && words.charAt(length) == line.charAt(at + length)) {
            length++;
        }
        return length;
    }
}
