package org.noticecascade.consistency.process;

import java.util.Optional;
import org.noticecascade.Refusal;
import org.noticecascade.directory.Level;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Stage;
import org.noticecascade.notice.Submission;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submission.Status;
import org.noticecascade.notice.Submissions;
import org.noticecascade.plan.process.PlanProcess;
import org.noticecascade.study.process.StudyProcess;
import org.springframework.stereotype.Component;

/** Where a unit's process has to begin again if it is lost. */
@Component
class Restart {
    private static final String DISPATCH_UNITS = "serviceTask_dispatchUnits";
    private static final String PREPARE_WAIT = "serviceTask_prepareWait";

    private final Submissions submissions;
    private final Ledger ledger;

    Restart(Submissions submissions, Ledger ledger) {
        this.submissions = submissions;
        this.ledger = ledger;
    }

    /**
     * The element to begin before; empty for the start of the process.
     *
     * @throws Refusal from the report on: to begin there would ask for figures that were given
     */
    Optional<String> elementFor(Assignment unit) {
        return switch (unit.stage()) {
            case RECEIPT -> ledger.last(unit.id(), Act.SIGNED).map(signed -> DISPATCH_UNITS);
            case PLAN -> Optional.of(isSubmitted(unit, Kind.PLAN) ? PlanProcess.APPROVE_PLAN : PlanProcess.DRAFT_PLAN);
            case STUDY ->
                Optional.of(
                        isSubmitted(unit, Kind.SESSION) ? StudyProcess.CONFIRM_SESSION : StudyProcess.SCHEDULE_SESSION);
            case WAITING -> Optional.of(PREPARE_WAIT);
            case REVIEW -> Optional.of(review(unit));
            default -> throw tooLate(unit);
        };
    }

    private String review(Assignment unit) {
        boolean reported = submissions.current(unit.id(), Kind.REPORT).isPresent();
        if (reported || unit.level() != Level.PROVINCE) {
            throw tooLate(unit);
        }
        Status plan = submissions.expect(unit.id(), Kind.PLAN).status();
        return plan == Status.ACCEPTED ? DISPATCH_UNITS : PlanProcess.REVIEW_PLAN;
    }

    private boolean isSubmitted(Assignment unit, Kind kind) {
        return submissions
                .current(unit.id(), kind)
                .map(Submission::status)
                .filter(Status.SUBMITTED::equals)
                .isPresent();
    }

    private static Refusal tooLate(Assignment unit) {
        Stage stage = unit.stage();
        return Refusal.conflict(
                "该单位已到“%s”，流程不能在此重新启动；请由上级免予办理，另行收取报告。".formatted(stage.label()),
                "The unit is in the stage %s, where its process cannot begin again; waive it and collect the report otherwise."
                        .formatted(stage));
    }
}
