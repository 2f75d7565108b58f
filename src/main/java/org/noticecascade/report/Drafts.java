package org.noticecascade.report;

import org.noticecascade.Refusal;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Cascade;
import org.noticecascade.notice.Rollup;
import org.noticecascade.notice.Rollups;
import org.noticecascade.notice.Submission;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submissions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens a unit's report with the figures of those below it and hands it in. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Drafts {
    private final Submissions submissions;
    private final Reports reports;
    private final Rollups rollups;
    private final Cascade cascade;
    private final Assignments assignments;

    Drafts(Submissions submissions, Reports reports, Rollups rollups, Cascade cascade, Assignments assignments) {
        this.submissions = submissions;
        this.reports = reports;
        this.rollups = rollups;
        this.cascade = cascade;
        this.assignments = assignments;
    }

    /** Opens the first version and prefills it; a later version keeps what the person wrote. */
    public void open(Assignment unit) {
        Submission draft = submissions.open(unit.id(), Kind.REPORT);
        if (draft.version() == 1) {
            reports.prefill(draft.id(), rollups.below(unit), assignments.participantsOf(unit.id()));
        }
    }

    /**
     * Hands the draft in to the unit's lead.
     *
     * @return its version
     * @throws Refusal if it is incomplete or a direct subordinate has not finished
     */
    public int submit(Assignment unit) {
        long open = cascade.openBelow(unit.id());
        if (open > 0) {
            throw Refusal.invalid(
                    "还有 %d 个下级单位未办结，暂不能报送；请先催促或等待其完成。".formatted(open),
                    "%d subordinate units are still open; the report has to wait for them.".formatted(open));
        }
        return submit(unit, 0);
    }

    /** Hands the national report in; {@code missing} units have to be declared. */
    public int submitNational(Assignment headquarters) {
        Rollup counts = rollups.below(headquarters);
        return submit(headquarters, counts.missing());
    }

    private int submit(Assignment unit, long missing) {
        Submission draft = submissions.lockedDraft(unit.id(), Kind.REPORT);
        reports.requireComplete(draft.id(), missing);
        submissions.submit(draft);
        return draft.version();
    }
}
