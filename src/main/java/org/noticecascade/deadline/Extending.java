package org.noticecascade.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.noticecascade.ledger.Act;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Fields;
import org.noticecascade.notice.Progress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A unit asks for more time before its due date has passed, and its superior decides (延期). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Extending {
    private static final String LAPSED = "该阶段已结束或时限已调整，申请失效";

    private final Assignments assignments;
    private final Extensions extensions;
    private final Deadlines deadlines;
    private final Progress progress;
    private final Judge judge;

    Extending(Assignments assignments, Extensions extensions, Deadlines deadlines, Progress progress, Judge judge) {
        this.assignments = assignments;
        this.extensions = extensions;
        this.deadlines = deadlines;
        this.progress = progress;
        this.judge = judge;
    }

    /**
     * Asks for more time.
     *
     * @param newDue moved to the next working day if it is a day off
     * @return the request; its {@code toDue} tells whether the day was moved
     * @throws Refusal if the due date has passed, the new one is no later, or a request is waiting already
     */
    public Extension ask(Assignment seen, @Nullable String reason, @Nullable LocalDate newDue, boolean downwards) {
        Assignment unit = assignments.locked(seen.id());
        obstacle(unit).ifPresent(refusal -> {
            throw refusal;
        });
        LocalDate due = Objects.requireNonNull(unit.dueDate());
        String why = Reasons.checked(reason, false);
        if (newDue == null) {
            throw Refusal.invalid("请填写申请延长到哪一天。", "Say until which day.");
        }
        LocalDate day = judge.days().onOrAfter(Fields.plausible(newDue, "新时限"));
        if (!day.isAfter(due)) {
            throw Refusal.invalid(
                    "新时限 %s 必须晚于现时限 %s，请重新选择。".formatted(day, due),
                    "The new due date %s has to be later than the present one, %s.".formatted(day, due));
        }
        long id = extensions.ask(unit, why, due, day, downwards);
        progress.record(unit, Act.EXTENSION_ASKED, due.toString(), "%s %s".formatted(day, why));
        return extensions.get(id);
    }

    /** Why the unit cannot ask for more time now, whatever the reason and the day; empty if it can. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Refusal> obstacle(Assignment unit) {
        LocalDate due = unit.dueDate();
        if (unit.depth() == 0) {
            return Optional.of(
                    Refusal.conflict("总局没有上级单位，本任务不需要申请延期。", "Headquarters has no superior to ask for more time."));
        }
        if (due == null || !unit.stage().isOwnWork()) {
            return Optional.of(Refusal.conflict(
                    "该单位当前为“%s”，没有可以延长的时限。".formatted(unit.stage().label()),
                    "The unit is in the stage %s, which has no due date to extend.".formatted(unit.stage())));
        }
        if (judge.today().isAfter(due)) {
            return Optional.of(Refusal.conflict(
                    "时限 %s 已过，不能再申请延期；请尽快办理，或由上级督办时延长。".formatted(due),
                    "The due date %s has passed; an extension has to be asked for before it.".formatted(due)));
        }
        return extensions
                .asked(unit.id())
                .map(waiting ->
                        Refusal.conflict("已有一份延期申请待上级审批，请等待审批结果。", "A request is waiting for its decision already."));
    }

    /**
     * The superior agrees; dates, tasks and ledger move together.
     *
     * @return the request it was about
     * @throws Refusal if the unit has gone on to another stage meanwhile: what it asked for was another date
     */
    public Extension grant(Assignment seen) {
        Assignment unit = assignments.locked(seen.id());
        Extension extension = settle(unit, Extension.Status.GRANTED, null);
        if (extension.stage() != unit.stage()) {
            throw Refusal.conflict(
                    "该单位已不在“%s”阶段（当前为“%s”），本申请将自动失效，请刷新任务列表。"
                            .formatted(extension.stage().label(), unit.stage().label()),
                    "The unit has left the stage %s it asked for and is in %s; the request lapses by itself. Refresh the list."
                            .formatted(extension.stage(), unit.stage()));
        }
        boolean downwards = extension.downwards();
        String reason = extension.reason() + (downwards ? "（下级单位已开始和尚未开始的阶段同步顺延）" : "");
        int workingDays = deadlines.extend(unit, extension.toDue(), Act.EXTENSION_GRANTED, reason);
        if (downwards) {
            extensions.moveBelow(extension.id(), workingDays);
            deadlines.extendBelow(unit, extension.toDue(), workingDays, extension.reason());
        }
        return extension;
    }

    /**
     * The superior does not agree; everything stays as it is.
     *
     * @return the request it was about
     */
    public Extension refuse(Assignment unit, String reason) {
        Extension extension = settle(unit, Extension.Status.REFUSED, reason);
        progress.record(unit, Act.EXTENSION_REFUSED, extension.toDue().toString(), reason);
        return extension;
    }

    /** The unit has left the stage, or its due date was moved otherwise: nothing is left to decide. */
    public void lapse(Assignment unit) {
        extensions
                .asked(unit.id())
                .filter(extension -> extensions.settle(extension.id(), Extension.Status.REFUSED, LAPSED))
                .ifPresent(extension -> progress.record(
                        unit, Act.EXTENSION_DROPPED, extension.toDue().toString(), null));
    }

    /**
     * The notice was closed: nobody decides any more.
     *
     * @return the units whose requests lapsed
     */
    public List<Assignment> lapseAllOf(long noticeId) {
        List<Assignment> units =
                extensions.askedIn(noticeId).stream().map(assignments::get).toList();
        units.forEach(this::lapse);
        return units;
    }

    private Extension settle(Assignment unit, Extension.Status status, @Nullable String answer) {
        return extensions
                .asked(unit.id())
                .filter(extension -> extensions.settle(extension.id(), status, answer))
                .orElseThrow(() -> Refusal.conflict("该延期申请已有结果或已失效，请刷新。", "The request is settled already. Refresh."));
    }
}
