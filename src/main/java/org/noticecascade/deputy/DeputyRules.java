package org.noticecascade.deputy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.noticecascade.Refusal;
import org.noticecascade.directory.Person;

/** What a deputy must be. Tasks belong to units, so a deputy comes from the same one. */
final class DeputyRules {
    private static final int LONGEST_DAYS = 366;
    private static final int YEARS_AHEAD = 10;

    private DeputyRules() {}

    static void check(Optional<Person> away, Optional<Person> deputy, LocalDate from, LocalDate to, LocalDate today) {
        if (from.isAfter(to)
                || to.isBefore(today)
                || to.isAfter(today.plusYears(YEARS_AHEAD))
                || ChronoUnit.DAYS.between(from, to) > LONGEST_DAYS) {
            throw Refusal.invalid(
                    "代理期 %s 至 %s 无效，未保存。起始日不得晚于结束日，结束日不得早于今天、不得晚于十年后，最长一年。".formatted(from, to),
                    "The range %s to %s was not stored: it must not end before it begins, before today or in more than ten years, nor last longer than a year."
                            .formatted(from, to));
        }
        Person person = away.filter(Person::active).orElseThrow(DeputyRules::unknown);
        Person other = deputy.filter(Person::active).orElseThrow(DeputyRules::unknown);
        if (person.userId().equals(other.userId()) || !person.unitCode().equals(other.unitCode())) {
            throw Refusal.invalid(
                    "代理人须是本单位的另一位在职人员，未保存。请另选一位。",
                    "A deputy is another active person of the same unit; nothing was stored. Choose somebody else.");
        }
    }

    static void checkFree(List<Deputy> overlapping) {
        if (!overlapping.isEmpty()) {
            Deputy other = overlapping.get(0);
            throw Refusal.conflict(
                    "%s 至 %s 已指定代理人 %s，未保存。请先撤销，或改选日期。".formatted(other.from(), other.to(), other.deputyId()),
                    "%s is named from %s to %s already; nothing was stored. Take that back first, or change the dates."
                            .formatted(other.deputyId(), other.from(), other.to()));
        }
    }

    private static Refusal unknown() {
        return Refusal.invalid(
                "没有这位在职人员，代理未保存。请核对用户名。", "There is no such active person; nothing was stored. Check the user id.");
    }
}
