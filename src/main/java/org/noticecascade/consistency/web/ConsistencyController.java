package org.noticecascade.consistency.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.consistency.Consistency;
import org.noticecascade.consistency.Difference;
import org.noticecascade.consistency.Kind;
import org.noticecascade.consistency.process.Repairs;
import org.noticecascade.consistency.process.Repairs.Outcome;
import org.noticecascade.consistency.process.Repairs.Repair;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The consistency check for administrators; a whole country with many notices takes some seconds. */
@RestController
@Tag(name = "一致性检查", description = "Consistency")
@RequestMapping({"/api/consistency", "/camunda/api/cascade/consistency"})
class ConsistencyController {
    private final Consistency consistency;
    private final Repairs repairs;
    private final CurrentUser user;

    ConsistencyController(Consistency consistency, Repairs repairs, CurrentUser user) {
        this.consistency = consistency;
        this.repairs = repairs;
        this.user = user;
    }

    /**
     * One difference.
     *
     * @param repairable whether a repair is tried
     * @param outcome {@code null} where only the check was asked for
     * @param remark what came of the repair, and what is left to do
     */
    record View(
            Kind kind,
            @Nullable Long noticeId,
            @Nullable String unitCode,
            @Nullable String unitName,
            String found,
            String expected,
            boolean repairable,
            String message,
            String messageEn,
            @Nullable Outcome outcome,
            @Nullable String remark) {
        static View of(Difference difference, @Nullable Outcome outcome, @Nullable String remark) {
            return new View(
                    difference.kind(),
                    difference.noticeId(),
                    difference.unitCode(),
                    difference.unitName(),
                    difference.found(),
                    difference.expected(),
                    difference.kind().repairable(),
                    difference.chinese(),
                    difference.english(),
                    outcome,
                    remark);
        }

        static View of(Repair repair) {
            return of(repair.difference(), repair.outcome(), "%s %s".formatted(repair.chinese(), repair.english()));
        }
    }

    @Operation(summary = "检查数据是否一致", description = "What differs between assignments, processes, mails and ledger")
    @GetMapping
    List<View> check() {
        requireAdministrator();
        return look().stream()
                .map(difference -> View.of(difference, null, null))
                .toList();
    }

    /** Answers what was found and what became of it. */
    @Operation(summary = "修复不一致的数据", description = "Repair what can be repaired safely")
    @PostMapping("/repair")
    List<View> repair() {
        requireAdministrator();
        return repairs.repair(look()).stream().map(View::of).toList();
    }

    private List<Difference> look() {
        return consistency.check(percent -> {});
    }

    private void requireAdministrator() {
        if (!user.isAdministrator()) {
            throw Refusal.forbidden("只有管理员可以检查和修复数据。", "Only administrators check and repair the data.");
        }
    }
}
