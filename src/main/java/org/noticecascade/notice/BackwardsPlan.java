package org.noticecascade.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.noticecascade.Refusal;
import org.noticecascade.calendar.WorkingDays;
import org.noticecascade.directory.Level;

/**
 * Plans backwards (倒排工期) from the day headquarters closes. Every stage keeps the gaps of {@code
 * deadline-policy.dmn}: receipts and plans stay as early as they are, study and reports move to the end.
 */
record BackwardsPlan(DuePolicy policy, WorkingDays days, Urgency urgency) {

    /**
     * Proposes a date for every stage.
     *
     * @param start the day it all begins; does not count itself
     * @param national the day the national report is due
     * @throws Refusal if there is less time than the policy's stages need together, naming stage and numbers
     */
    List<Due> propose(LocalDate start, LocalDate national, Level downTo) {
        int needed = policy.workingDays(urgency, Level.HQ, Stage.REPORT);
        int available = days.between(start, national);
        if (available < needed) {
            throw tooShort(start, national, downTo, needed, available);
        }
        List<Due> proposed = new ArrayList<>();
        for (Due need : Dues.needed(downTo)) {
            int workingDays = policy.workingDays(urgency, need.level(), need.stage());
            boolean early = need.stage() == Stage.RECEIPT || need.stage() == Stage.PLAN;
            LocalDate day = early ? days.plus(start, workingDays) : minus(national, needed - workingDays);
            proposed.add(new Due(need.level(), need.stage(), day));
        }
        return proposed;
    }

    private LocalDate minus(LocalDate day, int workingDays) {
        LocalDate earlier = days.onOrBefore(day);
        for (int i = 0; i < workingDays; i++) {
            earlier = days.previous(earlier);
        }
        return earlier;
    }

    /** Counted back from the end, the first stage that would have to be over before there was time for it. */
    private Refusal tooShort(LocalDate start, LocalDate national, Level downTo, int needed, int available) {
        int missing = needed - available;
        Due first = Dues.needed(downTo).stream()
                .min((one, other) -> Integer.compare(
                        policy.workingDays(urgency, one.level(), one.stage()),
                        policy.workingDays(urgency, other.level(), other.stage())))
                .orElseThrow();
        int least = policy.workingDays(urgency, first.level(), first.stage());
        return Refusal.invalid(
                "从 %s 到全国报告时限 %s 只有 %d 个工作日，%s至少需要 %d 个，缺 %d 个：倒排后%s%s只剩 %d 个工作日，至少需要 %d 个。请推迟全国报告时限或提高紧急程度。"
                        .formatted(
                                start,
                                national,
                                available,
                                urgency.label(),
                                needed,
                                missing,
                                first.level().label(),
                                first.stage().label(),
                                Math.max(0, least - missing),
                                least),
                "From %s to the national report on %s there are %d working days; %s needs %d, %d are missing, from %s %s on. Close later or raise the urgency."
                        .formatted(start, national, available, urgency, needed, missing, first.level(), first.stage()));
    }
}
