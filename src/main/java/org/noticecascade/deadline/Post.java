package org.noticecascade.deadline;

import java.time.LocalDate;
import java.util.Collection;
import org.noticecascade.notice.Assignment;

/** Tells people by mail; called in the transaction of what they are told of. Nobody hears twice of the same. */
public interface Post {

    /** One digest for each of these persons on that day, if they had none yet. */
    void digests(LocalDate day, Collection<String> userIds);

    /**
     * The digest of that day tells these persons of an urging; the next working day's where it has left already.
     *
     * @return the latest day whose digest tells one of them
     */
    LocalDate urged(LocalDate day, Collection<String> userIds);

    /** The superior decided on an extension. */
    void decided(Assignment unit, long extensionId);

    /** What the unit handed in was returned, by its own lead or by its superior. */
    void returned(Assignment unit, long submissionId);

    /** The lead of headquarters returned that version of a draft. */
    void draftReturned(long noticeId, int version);
}
