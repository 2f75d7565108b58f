package org.noticecascade.mail;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of the outbox.
 *
 * @param key unique; says what is told to whom, for example {@code DIGEST:u310000staff:2026-03-04}
 * @param userId whom the mail is for; the deputy is looked up when it is sent
 * @param day the day it was put for
 * @param subjectId what it is about, in the terms of its {@link MailContent}; a digest has none
 * @param attempts failed attempts so far
 */
public record OutboxMail(
        long id,
        MailKind kind,
        String key,
        String userId,
        LocalDate day,
        @Nullable Long subjectId,
        int attempts) {}
