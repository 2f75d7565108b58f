package org.noticecascade.notice;

import java.util.Map;
import org.noticecascade.Refusal;

/** The contents of one kind of submission, kept by the feature that knows them. */
public interface Work {

    Submission.Kind kind();

    /** Adds empty contents for a first version. */
    void insert(long submissionId);

    /** Copies the contents of a returned version into the next one. */
    void copy(long from, long to);

    /** The contents by field name, as the forms and the HTTP API show them. */
    Map<String, Object> read(long submissionId);

    /**
     * Saves some fields of a draft; those not named stay.
     *
     * @throws Refusal if a value is too long, of the wrong type or out of range
     */
    void save(long submissionId, Map<String, Object> fields);
}
