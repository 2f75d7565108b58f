package org.noticecascade.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.noticecascade.Refusal;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.directory.Level;
import org.springframework.stereotype.Component;

/**
 * Whether the dates of a notice leave every tier the least it needs: the gap between one step and the next in the most
 * urgent rows of {@code deadline-policy.dmn}. A shorter plan cannot be kept by anybody and is refused before issue.
 */
@Component
class TierGaps {
    private static final List<Link> LINKS = List.of(
            new Link(Level.DEPARTMENT, Stage.RECEIPT, Level.DEPARTMENT, Stage.STUDY),
            new Link(Level.DEPARTMENT, Stage.STUDY, Level.DEPARTMENT, Stage.REPORT),
            new Link(Level.DEPARTMENT, Stage.REPORT, Level.HQ, Stage.REPORT),
            new Link(Level.PROVINCE, Stage.RECEIPT, Level.PROVINCE, Stage.PLAN),
            new Link(Level.PROVINCE, Stage.PLAN, Level.PREFECTURE, Stage.RECEIPT),
            new Link(Level.PROVINCE, Stage.PLAN, Level.PROVINCE, Stage.REPORT),
            new Link(Level.PREFECTURE, Stage.RECEIPT, Level.PREFECTURE, Stage.STUDY),
            new Link(Level.PREFECTURE, Stage.RECEIPT, Level.COUNTY, Stage.RECEIPT),
            new Link(Level.PREFECTURE, Stage.STUDY, Level.PREFECTURE, Stage.REPORT),
            new Link(Level.PREFECTURE, Stage.REPORT, Level.PROVINCE, Stage.REPORT),
            new Link(Level.COUNTY, Stage.RECEIPT, Level.COUNTY, Stage.STUDY),
            new Link(Level.COUNTY, Stage.RECEIPT, Level.TOWNSHIP, Stage.RECEIPT),
            new Link(Level.COUNTY, Stage.STUDY, Level.COUNTY, Stage.REPORT),
            new Link(Level.COUNTY, Stage.REPORT, Level.PREFECTURE, Stage.REPORT),
            new Link(Level.TOWNSHIP, Stage.RECEIPT, Level.TOWNSHIP, Stage.STUDY),
            new Link(Level.TOWNSHIP, Stage.STUDY, Level.TOWNSHIP, Stage.REPORT),
            new Link(Level.TOWNSHIP, Stage.REPORT, Level.COUNTY, Stage.REPORT),
            new Link(Level.PROVINCE, Stage.REPORT, Level.HQ, Stage.REPORT));

    private final DuePolicy policy;
    private final WorkingCalendar calendar;

    TierGaps(DuePolicy policy, WorkingCalendar calendar) {
        this.policy = policy;
        this.calendar = calendar;
    }

    /** One step and the one that can only begin after it. */
    private record Link(Level earlierLevel, Stage earlierStage, Level laterLevel, Stage laterStage) {}

    /**
     * Requires that the plan can be kept.
     *
     * @param dues by level and stage, with {@link LocalDate#EPOCH} as the key's date
     * @throws Refusal naming the first two steps that are too close, and how many working days are missing
     */
    void require(Map<Due, Due> dues) {
        for (Link link : LINKS) {
            Due earlier = dues.get(new Due(link.earlierLevel(), link.earlierStage(), LocalDate.EPOCH));
            Due later = dues.get(new Due(link.laterLevel(), link.laterStage(), LocalDate.EPOCH));
            if (earlier != null && later != null) {
                require(earlier, later);
            }
        }
    }

    private void require(Due earlier, Due later) {
        int needed = policy.workingDays(Urgency.EXTRA, later.level(), later.stage())
                - policy.workingDays(Urgency.EXTRA, earlier.level(), earlier.stage());
        int planned = calendar.days().between(earlier.dueDate(), later.dueDate());
        if (planned < needed) {
            throw Refusal.invalid(
                    "时限安排无法落实：%s（%s）到%s（%s）只有 %d 个工作日，至少需要 %d 个，缺 %d 个；请调整后再提交。"
                            .formatted(
                                    name(earlier),
                                    earlier.dueDate(),
                                    name(later),
                                    later.dueDate(),
                                    planned,
                                    needed,
                                    needed - planned),
                    "The plan cannot be kept: from %s %s (%s) to %s %s (%s) there are %d working days, at least %d are needed, %d are missing."
                            .formatted(
                                    earlier.level(),
                                    earlier.stage(),
                                    earlier.dueDate(),
                                    later.level(),
                                    later.stage(),
                                    later.dueDate(),
                                    planned,
                                    needed,
                                    needed - planned));
        }
    }

    private static String name(Due due) {
        return due.level().label() + due.stage().label();
    }
}
