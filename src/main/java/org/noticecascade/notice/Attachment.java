package org.noticecascade.notice;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A stored file, without its bytes.
 *
 * @param noticeId {@code null} while no notice has been read from it
 * @param sha256 hexadecimal
 */
public record Attachment(
        long id,
        @Nullable Long noticeId,
        String fileName,
        String mediaType,
        long sizeBytes,
        String sha256,
        String uploadedBy,
        OffsetDateTime uploadedAt) {}
