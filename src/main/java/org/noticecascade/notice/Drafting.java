package org.noticecascade.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.noticecascade.SpokenDay;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.directory.Unit;
import org.noticecascade.directory.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a person at headquarters check and complete a draft. Saving is lenient; {@link Signing} is not. */
@Component
@Transactional
public class Drafting {
    private final Notices notices;
    private final DraftRequirements requirements;
    private final Addressing addressing;
    private final Units units;
    private final WorkingCalendar calendar;

    Drafting(
            Notices notices,
            DraftRequirements requirements,
            Addressing addressing,
            Units units,
            WorkingCalendar calendar) {
        this.notices = notices;
        this.requirements = requirements;
        this.addressing = addressing;
        this.units = units;
        this.calendar = calendar;
    }

    /**
     * Saves changes to a draft.
     *
     * @return what was changed on the way and should be shown, such as a due date moved off a holiday
     * @throws Refusal if the notice is no draft any more, a value is too long, or an addressee is no unit directly
     *     below headquarters
     */
    public List<String> save(long noticeId, Changes changes) {
        ChangesCheck.require(changes);
        Notice notice = notices.locked(noticeId);
        if (notice.status() != NoticeStatus.DRAFT) {
            throw Refusal.conflict(
                    "该通知%s，不能再修改；请由负责人退回后再改。".formatted(notice.status().label()),
                    "The notice is %s and cannot be edited; have it returned first.".formatted(notice.status()));
        }
        List<String> hints = new ArrayList<>();
        notices.save(merged(notice, changes));
        if (changes.requirements() != null) {
            requirements.save(noticeId, changes.requirements());
        }
        if (changes.addresseeCodes() != null) {
            addressing.address(noticeId, checkedAddressees(changes.addresseeCodes()));
        }
        if (changes.dues() != null) {
            addressing.setDues(noticeId, onWorkingDays(changes.dues(), hints));
        }
        return hints;
    }

    private static Notice merged(Notice notice, Changes changes) {
        return new Notice(
                notice.id(),
                notice.status(),
                notice.version(),
                changed(changes.documentNumber(), notice.documentNumber(), "发文字号", 100),
                changed(changes.title(), notice.title(), "标题", 500),
                changed(changes.issuer(), notice.issuer(), "发文机关", 200),
                changed(changes.addressees(), notice.addressees(), "主送机关", 1000),
                changes.issueDate() == null ? notice.issueDate() : changes.issueDate(),
                changed(changes.contact(), notice.contact(), "联系人", 500),
                changes.urgency() == null ? notice.urgency() : changes.urgency(),
                changes.downTo() == null ? notice.downTo() : changes.downTo(),
                notice.createdBy(),
                notice.issuedAt(),
                notice.closedAt(),
                notice.closedWithGaps());
    }

    private static @Nullable String changed(
            @Nullable String sent, @Nullable String current, String label, int longest) {
        if (sent == null) {
            return current;
        }
        Fields.requireStorable(sent, label);
        if (sent.length() > longest) {
            throw Refusal.invalid(
                    "“%s”最多 %d 字，现有 %d 字，未保存。".formatted(label, longest, sent.length()),
                    "%s has at most %d characters; nothing was saved.".formatted(label, longest));
        }
        return sent.isBlank() ? null : sent.strip();
    }

    private Set<String> checkedAddressees(List<String> codes) {
        Unit headquarters = units.headquarters();
        for (String code : codes) {
            boolean below = units.find(code)
                    .filter(unit -> unit.active() && headquarters.code().equals(unit.parentCode()))
                    .isPresent();
            if (!below) {
                throw Refusal.invalid(
                        "收文单位“%s”不是总局直接下级单位，请从列表中选择。".formatted(code),
                        "'%s' is no unit directly below headquarters; choose from the list.".formatted(code));
            }
        }
        return new LinkedHashSet<>(codes);
    }

    private List<Due> onWorkingDays(List<Due> dues, List<String> hints) {
        List<Due> moved = new ArrayList<>();
        for (Due due : dues) {
            LocalDate day = calendar.days().onOrAfter(due.dueDate());
            if (!day.equals(due.dueDate())) {
                hints.add("%s%s时限 %s 为休息日，已顺延至 %s。"
                        .formatted(
                                due.level().label(),
                                due.stage().label(),
                                SpokenDay.of(due.dueDate()),
                                SpokenDay.of(day)));
            }
            moved.add(new Due(due.level(), due.stage(), day));
        }
        return moved;
    }
}
