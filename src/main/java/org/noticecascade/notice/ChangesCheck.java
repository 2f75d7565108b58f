package org.noticecascade.notice;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.noticecascade.directory.Level;
import org.noticecascade.notice.Changes.RequirementChange;

/** What no draft can take, whatever state it is in: holes in lists, dates outside the calendar, the same date twice. */
final class ChangesCheck {
    private ChangesCheck() {}

    /** @throws Refusal naming the field */
    static void require(Changes changes) {
        within(changes.issueDate(), "成文日期");
        if (changes.downTo() == Level.HQ || changes.downTo() == Level.DEPARTMENT) {
            throw Refusal.invalid(
                    "“下发到”应为省级、地级、县级或乡级。", "A notice goes down to PROVINCE, PREFECTURE, COUNTY or TOWNSHIP.");
        }
        whole(changes.requirements(), "要求");
        whole(changes.addresseeCodes(), "收文单位");
        if (changes.requirements() != null) {
            changes.requirements().stream().map(RequirementChange::dueDate).forEach(day -> within(day, "要求的时限"));
        }
        whole(changes.dues(), "时限");
        if (changes.dues() != null) {
            dues(changes.dues());
        }
    }

    private static void dues(List<Due> dues) {
        Set<Due> seen = new HashSet<>();
        for (Due due : dues) {
            if (anyMissing(due.level(), due.stage(), due.dueDate())) {
                throw Refusal.invalid("每条时限都要有层级、环节和日期。", "Each due date has a level, a stage and a date.");
            }
            within(due.dueDate(), "时限");
            if (!seen.add(new Due(due.level(), due.stage(), LocalDate.EPOCH))) {
                throw Refusal.invalid(
                        "%s%s时限重复。".formatted(due.level().label(), due.stage().label()),
                        "There are two due dates for %s %s.".formatted(due.level(), due.stage()));
            }
        }
    }

    /** JSON can leave out what the type promises. */
    private static boolean anyMissing(@Nullable Object... values) {
        for (Object value : values) {
            if (value == null) {
                return true;
            }
        }
        return false;
    }

    private static void within(@Nullable LocalDate day, String label) {
        if (day != null) {
            Fields.plausible(day, label);
        }
    }

    private static void whole(@Nullable List<?> list, String label) {
        if (list != null && list.stream().anyMatch(Objects::isNull)) {
            throw Refusal.invalid(
                    "“%s”中有空项。".formatted(label), "There is an empty item in a list (%s).".formatted(label));
        }
    }
}
