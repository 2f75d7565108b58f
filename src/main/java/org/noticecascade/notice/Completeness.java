package org.noticecascade.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.noticecascade.Refusal;
import org.noticecascade.SpokenDay;
import org.springframework.stereotype.Component;

/** What a notice needs before it can be signed. */
@Component
class Completeness {
    private final Notices notices;
    private final Addressing addressing;
    private final TierGaps gaps;
    private final Clock clock;

    Completeness(Notices notices, Addressing addressing, TierGaps gaps, Clock clock) {
        this.notices = notices;
        this.addressing = addressing;
        this.gaps = gaps;
        this.clock = clock;
    }

    void require(Notice notice) {
        String number = Fields.required(notice.documentNumber(), "发文字号");
        Fields.required(notice.title(), "标题");
        Fields.required(notice.issuer(), "发文机关");
        LocalDate issued = Fields.required(notice.issueDate(), "成文日期");
        if (addressing.addresseesOf(notice.id()).isEmpty()) {
            throw Refusal.invalid("请至少选择一个收文单位。", "Choose at least one unit to send the notice to.");
        }
        requireFree(notice.id(), number);
        dates(notice, issued);
    }

    /** Refuses a document number under which another notice was issued; asked again when the lead signs. */
    void requireFree(long noticeId, String number) {
        if (notices.numberIsTaken(number, noticeId)) {
            throw Refusal.conflict(
                    "文号“%s”已经印发过，请核对文号；同一通知不能重复印发。".formatted(number),
                    "A notice numbered '%s' was issued already.".formatted(number));
        }
    }

    private void dates(Notice notice, LocalDate issued) {
        List<Due> dues = addressing.duesOf(notice.id());
        Map<Due, Due> byNeed = dues.stream()
                .collect(Collectors.toMap(
                        due -> new Due(due.level(), due.stage(), LocalDate.EPOCH), Function.identity()));
        LocalDate today = LocalDate.now(clock);
        for (Due need : Dues.needed(notice.downTo())) {
            String name = need.level().label() + need.stage().label() + "时限";
            Due due = Fields.required(byNeed.get(need), name);
            notBefore(due.dueDate(), issued, name, "成文日期", "the issue date");
            notBefore(due.dueDate(), today, name, "今天", "today");
        }
        gaps.require(byNeed);
    }

    private static void notBefore(LocalDate due, LocalDate bound, String name, String what, String whatEn) {
        if (due.isBefore(bound)) {
            throw Refusal.invalid(
                    "%s %s 早于%s %s，请改为之后的日期。".formatted(name, SpokenDay.of(due), what, SpokenDay.of(bound)),
                    "A due date (%s) is before %s (%s).".formatted(due, whatEn, bound));
        }
    }
}
