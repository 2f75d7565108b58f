package org.noticecascade.notice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noticecascade.document.AddresseeGroup.Meaning;
import org.noticecascade.document.ReadNotice;
import org.noticecascade.document.Sourced;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.springframework.stereotype.Component;

/** Writes what was read into the tables. */
@Component
class DraftWriter {
    private final Notices notices;
    private final NoticeContents contents;
    private final Proposals proposals;
    private final Ledger ledger;
    private final Opening opening;

    DraftWriter(Notices notices, NoticeContents contents, Proposals proposals, Ledger ledger, Opening opening) {
        this.notices = notices;
        this.contents = contents;
        this.proposals = proposals;
        this.ledger = ledger;
        this.opening = opening;
    }

    boolean isOwn(Attachment document) {
        return document.uploadedBy().equals(opening.userId());
    }

    long blank() {
        long id = notices.open("", opening.userId(), opening.now());
        proposals.dues(notices.get(id));
        ledger.onNotice(id, Act.NOTICE_READ, null, "空白草稿");
        return id;
    }

    long from(String text, ReadNotice read, String fileName) {
        long id = notices.open(text, opening.userId(), opening.now());
        Notice empty = notices.get(id);
        var contact = read.contact();
        Notice notice = new Notice(
                id,
                empty.status(),
                empty.version(),
                value(read.documentNumber()),
                value(read.title()),
                value(read.issuer()),
                value(read.addressees()),
                value(read.issueDate()),
                contact == null ? null : withoutLabel(contact.value().text()),
                empty.urgency(),
                empty.downTo(),
                empty.createdBy(),
                null,
                null,
                false);
        notices.save(notice);
        contents.insert(id, content(read));
        proposals.addressees(id, meanings(read));
        proposals.dues(notice);
        ledger.onNotice(id, Act.NOTICE_READ, fileName, null);
        return id;
    }

    /** The field says 联系人 already; other labels (电话, 传真) belong to what follows them. */
    private static String withoutLabel(String contact) {
        return contact.replaceFirst("^联系人\\s*[:：]\\s*", "");
    }

    private static Set<Meaning> meanings(ReadNotice read) {
        Set<Meaning> meanings = new LinkedHashSet<>();
        read.addresseeGroups().forEach(group -> meanings.addAll(group.meanings()));
        return meanings;
    }

    private static NoticeContent content(ReadNotice read) {
        Map<String, NoticeContent.Source> sources = new LinkedHashMap<>();
        source(sources, "documentNumber", read.documentNumber());
        source(sources, "title", read.title());
        source(sources, "issuer", read.issuer());
        source(sources, "addressees", read.addressees());
        source(sources, "issueDate", read.issueDate());
        source(sources, "contact", read.contact());
        List<NoticeContent.Requirement> requirements = new ArrayList<>();
        read.requirements()
                .forEach(found -> requirements.add(new NoticeContent.Requirement(
                        requirements.size(),
                        found.sectionPath(),
                        found.text(),
                        found.why(),
                        found.line(),
                        found.deadlinePhrase(),
                        found.dueDate(),
                        found.selected())));
        return new NoticeContent(
                sources,
                read.remarks().stream()
                        .map(remark -> new NoticeContent.Remark(remark.line(), remark.text()))
                        .toList(),
                read.sections().stream()
                        .map(section -> new NoticeContent.Section(
                                section.depth(),
                                section.numbering(),
                                section.heading(),
                                section.content(),
                                section.line()))
                        .toList(),
                requirements);
    }

    private static void source(Map<String, NoticeContent.Source> sources, String field, @Nullable Sourced<?> read) {
        if (read != null) {
            sources.put(field, new NoticeContent.Source(read.line(), read.quote()));
        }
    }

    private static <T> @Nullable T value(@Nullable Sourced<T> read) {
        return read == null ? null : read.value();
    }
}
