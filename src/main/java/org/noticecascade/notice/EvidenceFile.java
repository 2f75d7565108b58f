package org.noticecascade.notice;

import java.time.OffsetDateTime;

/**
 * A file handed in with a version of a study session or a report, without its bytes.
 *
 * @param version the version it belongs to; a file carried over after a return is listed once for each
 * @param sha256 hexadecimal
 * @param uploadedBy user id
 */
public record EvidenceFile(
        long id,
        Submission.Kind kind,
        int version,
        String fileName,
        String mediaType,
        long sizeBytes,
        String sha256,
        String uploadedBy,
        OffsetDateTime uploadedAt) {

    /** The same with another name for who uploaded it. */
    public EvidenceFile uploadedBy(String who) {
        return new EvidenceFile(id, kind, version, fileName, mediaType, sizeBytes, sha256, who, uploadedAt);
    }
}
