package org.noticecascade.notice;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.noticecascade.PlainText;
import org.noticecascade.directory.Level;

/**
 * The head of a notice. Fields the reader did not find are {@code null} until a person fills them in.
 *
 * @param version counts up each time the lead returns the draft
 * @param downTo the lowest level the notice cascades to
 */
public record Notice(
        long id,
        NoticeStatus status,
        int version,
        @Nullable String documentNumber,
        @Nullable String title,
        @Nullable String issuer,
        @Nullable String addressees,
        @Nullable LocalDate issueDate,
        @Nullable String contact,
        Urgency urgency,
        Level downTo,
        String createdBy,
        @Nullable OffsetDateTime issuedAt,
        @Nullable OffsetDateTime closedAt,
        boolean closedWithGaps) {

    /** Whichever way they came, from a form, a machine or a file: what is shown on one line has no second one. */
    public Notice {
        documentNumber = oneLine(documentNumber);
        title = oneLine(title);
        issuer = oneLine(issuer);
        addressees = oneLine(addressees);
        contact = oneLine(contact);
    }

    private static @Nullable String oneLine(@Nullable String text) {
        return text == null ? null : PlainText.oneLine(text);
    }

    /** Number and title as one line for cards and mails; says so where one is still missing. */
    public String caption() {
        return caption(documentNumber, title);
    }

    static String caption(@Nullable String documentNumber, @Nullable String title) {
        return (documentNumber == null ? "（无文号）" : documentNumber) + " " + (title == null ? "（无标题）" : title);
    }
}
