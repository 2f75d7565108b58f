package org.noticecascade.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link NoticeReader} found. A null field was not found and has a remark asking the person for it.
 *
 * @param documentNumber 发文字号, at most 100 characters
 * @param title 标题, at most 500 characters
 * @param issuer 发文机关, from the signature, else from the title; at most 200 characters
 * @param addressees 主送机关 without the colon, at most 1000 characters
 * @param addresseeGroups the addressees split at commas outside brackets
 * @param issueDate 成文日期
 * @param contact at most 500 characters
 * @param sections numbered sections in document order
 * @param unsectioned paragraphs before the first and after the last section
 * @param requirements in document order, at most {@value NoticeReader#MAX_ITEMS}
 * @param deadlines in document order, at most {@value NoticeReader#MAX_ITEMS}
 * @param attachments names from the 附件 list, without their numbers
 * @param remarks those about the whole text first, then by line; at most {@value NoticeReader#MAX_ITEMS} and one
 */
public record ReadNotice(
        @Nullable Sourced<String> documentNumber,
        @Nullable Sourced<String> title,
        @Nullable Sourced<String> issuer,
        @Nullable Sourced<String> addressees,
        List<AddresseeGroup> addresseeGroups,
        @Nullable Sourced<LocalDate> issueDate,
        @Nullable Sourced<Contact> contact,
        List<Section> sections,
        List<Sourced<String>> unsectioned,
        List<Requirement> requirements,
        List<Deadline> deadlines,
        List<Sourced<String>> attachments,
        List<Remark> remarks) {

    public ReadNotice {
        addresseeGroups = List.copyOf(addresseeGroups);
        sections = List.copyOf(sections);
        unsectioned = List.copyOf(unsectioned);
        requirements = List.copyOf(requirements);
        deadlines = List.copyOf(deadlines);
        attachments = List.copyOf(attachments);
        remarks = List.copyOf(remarks);
    }
}
