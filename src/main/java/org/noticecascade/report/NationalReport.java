package org.noticecascade.report;

import org.noticecascade.ledger.Act;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.FourEyes;
import org.noticecascade.notice.Milestone;
import org.noticecascade.notice.Progress;
import org.noticecascade.notice.Submission;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submission.Status;
import org.noticecascade.notice.Submissions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The decision on the national report, which has no superior: its own lead's word is final. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class NationalReport {
    private final Submissions submissions;
    private final Progress progress;
    private final FourEyes fourEyes;

    NationalReport(Submissions submissions, Progress progress, FourEyes fourEyes) {
        this.submissions = submissions;
        this.progress = progress;
        this.fourEyes = fourEyes;
    }

    /** The lead agrees. */
    public void accept(Assignment headquarters) {
        Submission submitted = submissions.expect(headquarters.id(), Kind.REPORT);
        fourEyes.require(submitted.submittedBy());
        submissions.approve(submitted);
        submissions.accept(submissions.expect(headquarters.id(), Kind.REPORT));
        progress.reached(headquarters, Milestone.REPORTED);
        progress.record(headquarters, Act.REPORT_ACCEPTED, null, "第%d版".formatted(submitted.version()));
        progress.deliver(headquarters);
    }

    /** The lead returns it with a reason. */
    public void sendBack(Assignment headquarters, String reason) {
        Submission submitted = submissions.expect(headquarters.id(), Kind.REPORT);
        submissions.sendBack(submitted, Status.SUBMITTED, reason);
        progress.record(headquarters, Act.REPORT_RETURNED, "第%d版".formatted(submitted.version()), reason);
    }
}
