package org.noticecascade.notice;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Entry;
import org.noticecascade.ledger.Ledger;
import org.springframework.stereotype.Component;

/**
 * The ledger as the current user may read it. Files are named to the unit itself, as they may belong to a draft, and to
 * administrators, who check the ledger's chain; others read that there was an act, and the names where the files are
 * handed in.
 */
@Component
public class ShownActs {
    private static final Set<Act> OF_FILES = EnumSet.of(Act.FILE_ADDED, Act.FILE_REMOVED);

    private final Ledger ledger;
    private final Access access;
    private final CurrentUser user;

    ShownActs(Ledger ledger, Access access, CurrentUser user) {
        this.ledger = ledger;
        this.access = access;
        this.user = user;
    }

    /** Acts of one notice in the order they happened; {@code assignmentId} narrows to one unit's part. */
    public List<Entry> of(long noticeId, @Nullable Long assignmentId, int offset, int limit) {
        return ledger.of(noticeId, assignmentId, offset, limit).stream()
                .map(this::shown)
                .toList();
    }

    /** The number of acts {@link #of} would page through. */
    public long count(long noticeId, @Nullable Long assignmentId) {
        return ledger.count(noticeId, assignmentId);
    }

    private Entry shown(Entry entry) {
        boolean open = !OF_FILES.contains(entry.act())
                || user.isAdministrator()
                || (entry.unitCode() != null && access.worksIn(entry.unitCode()));
        return open
                ? entry
                : new Entry(
                        entry.id(),
                        entry.at(),
                        entry.actor(),
                        entry.onBehalf(),
                        entry.unitCode(),
                        entry.noticeId(),
                        entry.assignmentId(),
                        entry.act(),
                        null,
                        null,
                        null);
    }
}
